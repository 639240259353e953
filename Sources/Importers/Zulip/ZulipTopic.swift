internal import CommunityData

/// A topic, as the path of its file tells: `274208-help-.28old.29/.E2.9C.94.20Slow.20loop.json`.
struct ZulipTopic: Sendable, Equatable {
  let channel: Channel
  /// Without the mark of a resolved topic.
  let title: String
  let isResolved: Bool
  /// The part of a permalink before the message.
  let narrow: String

  /// nil for a file that is none of a topic.
  init?(path: String) {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, let file = parts.last, file.hasSuffix(".json") else { return nil }
    let folder = parts[parts.count - 2]
    let id = folder.prefix { $0.isASCII && $0.isNumber }
    guard !id.isEmpty, folder.dropFirst(id.count).first == "-" else { return nil }
    let slug = folder.dropFirst(id.count + 1)
    let name = ZulipTopic.decoded(slug).replacing("-", with: " ")
    channel = Channel(id: String(id), name: name.isEmpty ? String(id) : name)
    let topic = file.dropLast(".json".count)
    let full = ZulipTopic.decoded(topic)
    isResolved = full.hasPrefix("✔ ")
    title = isResolved ? String(full.dropFirst(2)) : full
    narrow = "#narrow/channel/\(folder)/topic/\(topic)"
  }

  /// Zulip writes `.` for `%`: `.22foreach.22` → `"foreach"`.
  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[index...].dropFirst().prefix(2)
      if bytes[index] == UInt8(ascii: "."), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        output.append(byte)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
