internal import Basics
internal import CommunityData

/// Works out which message a message answers. Gitter has no replies: people write `@name`.
///
/// A message answers the newest earlier message, in the same room and not older than a day, of the
/// first person it names for whom there is one. A day: of the messages in the freeCodeCamp archive
/// that name somebody who had spoken in the room, 94 in 100 come within a day, 71 within an hour.
struct GitterReplies {
  static let longest = 86_400_000

  private struct Entry {
    var room: Int32
    var author: Int32
    /// Since 1970.
    var milliseconds: Int
    var id: String
    /// Names behind the `@` signs, in lower case.
    var named: [String]
  }

  private var entries: [Entry] = []
  private var rooms: [String: Int32] = [:]
  private var authors: [String: Int32] = [:]

  mutating func note(_ message: GitterMessage) {
    let time = Int(clamping: message.published.secondsSinceEpoch) * 1_000 + message.milliseconds
    entries.append(
      Entry(
        room: GitterReplies.number(of: message.room, in: &rooms),
        author: message.authorID.isEmpty
          ? -1 : GitterReplies.number(of: message.authorID, in: &authors),
        milliseconds: time, id: message.id, named: GitterReplies.names(in: message.text)))
  }

  /// The id of the answered message by the id of the answering one.
  consuming func resolved(_ names: GitterNames) -> [String: String] {
    var parents: [String: String] = [:]
    // The newest earlier message of each person in the room at hand.
    var newest: [Int32: Int] = [:]
    var room: Int32 = -1
    let ordered = entries.sorted {
      ($0.room, $0.milliseconds, $0.id) < ($1.room, $1.milliseconds, $1.id)
    }
    for (index, entry) in ordered.enumerated() {
      if entry.room != room { newest.removeAll(keepingCapacity: true) }
      room = entry.room
      for name in entry.named {
        guard let id = names.writer(named: name), let author = authors[id],
          author != entry.author, let parent = newest[author],
          entry.milliseconds - ordered[parent].milliseconds <= GitterReplies.longest
        else { continue }
        parents[entry.id] = ordered[parent].id
        break
      }
      if entry.author >= 0 { newest[entry.author] = index }
    }
    return parents
  }

  private static func names(in text: [UInt8]) -> [String] {
    guard text.contains(UInt8(ascii: "@")) else { return [] }
    return MentionSearch(text, mediaType: .markdown).signs().flatMap { sign in
      GitterNames.readings(in: text, from: sign.upperBound).map(\.name)
    }
  }

  private static func number(of name: String, in numbers: inout [String: Int32]) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(clamping: numbers.count)
    numbers[name] = number
    return number
  }
}
