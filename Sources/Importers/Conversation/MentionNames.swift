internal import Basics

/// Whom the `@name` of a platform's texts may mean: the names it knows, and the handles behind them.
///
/// A name nobody knows is somebody's all the same and is not to be published.
struct MentionNames: Sendable {
  /// Words behind an `@` that speak to all.
  static let everybody: Set<String> = [
    "all", "everyone", "everybody", "here", "channel", "room", "team", "group", "topic", "stream",
  ]
  private static let longest = 64
  /// Of names that hold a blank or another sign, in bytes; nobody types longer ones.
  private static let longestPhrase = 256

  /// Whose a name is.
  private enum Whom {
    case one(String)
    /// Of two people with one name nobody can say who is meant: a wrong mention is worse than none.
    case several
  }

  /// By name in lower case.
  private var people: [String: Whom] = [:]
  /// The lengths of names that hold a blank or another sign, longest first, by what stands before the
  /// first such sign, in lower case: however many names there are, few of them are held against a text.
  private var lengths: [String: [Int]] = [:]

  mutating func note(_ name: String, as handle: String) {
    let lower = name.lowercased()
    if lower.isEmpty { return }
    switch people[lower] {
    case nil:
      people[lower] = .one(handle)
      // Some letters are longer in lower case than as they are typed.
      for form in Set([name, lower]) { noteLength(of: Array(form.utf8)) }
    case .one(let known) where known != handle: people[lower] = .several
    case .one, .several: break
    }
  }

  private mutating func noteLength(of name: [UInt8]) {
    let head = name.end(from: 0, while: MentionNames.isPart, or: WordScalar.isLetter)
    guard head < name.count, name.count <= MentionNames.longestPhrase else { return }
    var known = lengths[MentionNames.lower(name[..<head]), default: []]
    guard let place = known.firstIndex(where: { $0 <= name.count }) else {
      lengths[MentionNames.lower(name[..<head])] = known + [name.count]
      return
    }
    if known[place] == name.count { return }
    known.insert(name.count, at: place)
    lengths[MentionNames.lower(name[..<head])] = known
  }

  /// The handle of somebody by name, in any case; nil where several have it, too.
  func handle(named name: String) -> String? {
    if case .one(let handle) = people[name.lowercased()] { handle } else { nil }
  }

  /// Whom the name at an index means. `author` does not count as mentioned by themselves.
  func mention(
    in text: [UInt8], from start: Int, author: String?, _ run: inout ImportRun
  ) -> Mention? {
    let phrases = phrases(in: text, from: start)
    if let known = known(phrases, author: author, &run) { return known }
    let readings = MentionNames.readings(in: text, from: start)
    // Who is called alike on another server is another.
    if let end = MentionNames.endOfServer(in: text, behind: readings.first?.end) {
      return Mention(end: end, member: nil)
    }
    if let known = known(readings, author: author, &run) { return known }
    // What is written behind the name may belong to it or not; the name is the shortest reading.
    guard let (name, end) = readings.last, ByteClass.isWord(text[start]),
      !ByteClass.isDigit(text[start]), !MentionNames.everybody.contains(name)
    else { return nil }
    return Mention(end: end, member: nil)
  }

  /// The first of some names that somebody has.
  private func known(
    _ names: [(name: String, end: Int)], author: String?, _ run: inout ImportRun
  ) -> Mention? {
    for (name, end) in names {
      switch people[name] {
      case .one(let handle):
        return Mention(end: end, member: run.memberID(of: handle), counts: handle != author)
      case .several: return Mention(end: end, member: nil)
      case nil: continue
      }
    }
    return nil
  }

  /// The end of a server's name behind that of a person: `ann@b.example`.
  private static func endOfServer(in text: [UInt8], behind name: Int?) -> Int? {
    guard let name, text.at(name) == UInt8(ascii: "@"),
      let (host, end) = readings(in: text, from: name + 1).last, host.contains(".")
    else { return nil }
    return end
  }

  /// What may be a name with a blank or another sign in it, in lower case, longest first.
  private func phrases(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    if lengths.isEmpty { return [] }
    let head = text.end(
      from: start, limit: MentionNames.longestPhrase, while: MentionNames.isPart,
      or: WordScalar.isLetter)
    return lengths[MentionNames.lower(text[start..<head]), default: []].compactMap { length in
      let end = start + length
      return end <= text.count ? (MentionNames.lower(text[start..<end]), end) : nil
    }
  }

  /// What may be a name at an index, in lower case, longest first: `ann.b-` → `ann.b-`, `ann.b`. In a
  /// script without blanks the text goes on behind a name: `ann谢谢` → `ann谢谢`, `ann`.
  static func readings(in text: [UInt8], from start: Int) -> [(name: String, end: Int)] {
    let whole = text.end(from: start, limit: longest, while: isPart, or: WordScalar.isLetter)
    let spaced = text.end(from: start, limit: longest, while: isPart, or: WordScalar.isSpaced)
    var ends: [Int] = []
    for end in [whole, spaced] {
      for end in [end, trimmed(end, in: text, from: start)] where end > start {
        if end < ends.last ?? .max { ends.append(end) }
      }
    }
    return ends.map { (lower(text[start..<$0]), $0) }
  }

  /// The end without the separators before it, which end a sentence or emphasis.
  private static func trimmed(_ end: Int, in text: [UInt8], from start: Int) -> Int {
    var end = end
    while end > start, isSeparator(text[end - 1]) { end -= 1 }
    return end
  }

  private static func lower(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ByteClass.isASCIIWord(byte) || isSeparator(byte)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
