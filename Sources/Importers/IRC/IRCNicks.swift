/// The nicks of a channel's logs, and where they stand in texts. Nicks are the same in any case.
struct IRCNicks: Sendable {
  /// Words that are nicks too, but in a sentence mostly words.
  private static let words: Set<String> = [
    "the", "a", "an", "i", "you", "it", "is", "and", "or", "but", "so", "if", "what", "how", "why",
    "when", "where", "who", "yes", "yeah", "no", "ok", "okay", "not", "just", "now", "then", "well",
    "hi", "hello", "hey", "thanks", "thank", "thx", "help", "can", "this", "that", "there", "here",
    "all", "any", "one", "me", "my", "we", "they", "he", "she", "guys", "guy", "anyone", "someone",
    "anybody", "everybody", "everyone", "folks", "with", "from", "have", "has", "will", "would",
    "for", "get", "use", "used", "user", "root", "admin", "guest", "windows", "linux", "ubuntu",
    "debian", "server", "error", "test", "like", "know", "good", "time", "work", "problem", "lol",
    "please", "sorry", "really", "also", "some", "more", "http", "https", "note", "maybe", "only",
  ]

  private var known: Set<String> = []

  mutating func note(_ nick: String) { known.insert(nick.lowercased()) }

  /// A nick in a text, in lower case.
  struct Place: Sendable, Equatable {
    var range: Range<Int>
    var nick: String
    /// Whether the text begins with it, as those do that speak to somebody.
    var isAddress: Bool
  }

  /// The known nicks of a text. At the beginning, with a colon or comma behind it, any will do;
  /// elsewhere only one that is no common word and has four signs or more.
  func places(in text: [UInt8]) -> [Place] {
    var found: [Place] = []
    var index = 0
    var isFirst = true
    while index < text.count {
      let start = text.end(from: index, while: isWhiteSpace)
      let end = text.end(from: start) { !isWhiteSpace($0) }
      if end > start, let place = place(in: text, start..<end, isFirst) { found.append(place) }
      isFirst = false
      index = end
    }
    return found
  }

  private func place(in text: [UInt8], _ word: Range<Int>, _ isFirst: Bool) -> Place? {
    let lower = word.lowerBound + (text[word.lowerBound] == UInt8(ascii: "@") ? 1 : 0)
    // Nicks may end in signs themselves: the longest reading that is one.
    var end = word.upperBound
    while end > lower {
      let nick = String(decoding: text[lower..<end], as: UTF8.self).lowercased()
      if known.contains(nick) {
        let marks = text[end..<word.upperBound]
        let isMarked = marks.first == UInt8(ascii: ":") || marks.first == UInt8(ascii: ",")
        let isName = !IRCNicks.words.contains(nick) && nick.utf8.count >= (isFirst ? 3 : 4)
        guard isFirst && isMarked || isName else { return nil }
        return Place(range: lower..<end, nick: nick, isAddress: isFirst)
      }
      guard "!?.,:;)('\"".utf8.contains(text[end - 1]) else { return nil }
      end -= 1
    }
    return nil
  }
}
