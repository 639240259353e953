/// The names of an export: who has written, and whom people speak to though they wrote nothing.
struct GitterNames: Sendable {
  /// Words behind an `@` that speak to all.
  private static let everybody: Set<String> = [
    "all", "everyone", "everybody", "here", "channel", "room", "team", "group",
  ]

  /// User ids by name in lower case.
  private var writers: [String: String] = [:]
  private var addressed: Set<String> = []

  mutating func note(_ message: GitterMessage) {
    if !message.authorID.isEmpty { writers[message.authorName.lowercased()] = message.authorID }
    // What a message begins with is a name; elsewhere it may be `@override`.
    guard message.text.first == UInt8(ascii: "@"),
      let (name, _) = GitterNames.readings(in: message.text, from: 1).first
    else { return }
    addressed.insert(name)
  }

  /// The user id of a writer.
  func writer(named name: String) -> String? { writers[name] }

  /// Whether people speak to somebody of this name who wrote nothing.
  func isAddressed(_ name: String) -> Bool {
    addressed.contains(name) && !GitterNames.everybody.contains(name)
  }

  /// What may be a name behind an `@`, in lower case, longest first: GitHub's and Twitter's names.
  static func readings(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    let isPart = { (byte: UInt8) in
      ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    }
    let end = text.end(from: start, limit: 40, while: isPart)
    var trimmed = end
    while trimmed > start,
      text[trimmed - 1] == UInt8(ascii: "-") || text[trimmed - 1] == UInt8(ascii: "_")
    {
      trimmed -= 1
    }
    let ends = trimmed == end ? [end] : [end, trimmed]
    return ends.filter { $0 > start }.map { end in
      (String(decoding: text[start..<end], as: UTF8.self).lowercased(), end)
    }
  }
}
