/// Lemmy's texts, which name people as `@ann@lemmy.example` or `/u/ann@lemmy.example` and link to
/// their profiles.
enum LemmyText {
  private static let places: [StaticString] = ["/u/", "u/"]
  /// Nobody's name is shorter.
  private static let shortestName = 3

  /// The text with an `@` before each name, and without those in addresses:
  /// `ask /u/ann@a.example, see https://a.example/u/ann` →
  /// `ask @ann@a.example, see https://a.example/u/-`.
  static func withSigns(_ text: [UInt8]) -> [UInt8] {
    let signs = Redaction.all(in: text) { index in
      guard let start = start(ofNameIn: text, at: index) else { return nil }
      return Redaction(range: index..<start, replacement: "@")
    }
    return ProfileAddress.fediverse.masked(in: signs.applied(to: text))
  }

  /// The names of communities, which look like mail addresses and stay as they are:
  /// `!canoes@lemmy.example`, `/c/canoes@lemmy.example`.
  static func communities(in text: [UInt8]) -> [Redaction] {
    Redaction.all(in: text) { index in
      let isSigned = text[index] == UInt8(ascii: "!") && !text.isWord(before: index)
      let start: Int? = isSigned ? index + 1 : text.has("/c/", at: index) ? index + 3 : nil
      guard let start, let (_, sign) = MentionNames.readings(in: text, from: start).last,
        text.at(sign) == UInt8(ascii: "@"),
        let (_, end) = MentionNames.readings(in: text, from: sign + 1).last
      else { return nil }
      let name = String(decoding: text[index..<end], as: UTF8.self)
      return Redaction(range: index..<end, replacement: name)
    }
  }

  /// Where a name begins when it is written at an index, not as a part of an address.
  private static func start(ofNameIn text: [UInt8], at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "/") || text[index] | 0x20 == UInt8(ascii: "u"),
      let place = places.first(where: { text.has($0, at: index) }), !isInAddress(text, index)
    else { return nil }
    let start = index + place.utf8CodeUnitCount
    let end = text.end(from: start, limit: shortestName, while: ByteClass.isASCIIWord)
    return end - start == shortestName ? start : nil
  }

  /// Whether an address goes on at an index, or is the target of a link: `[she](/u/ann)`.
  private static func isInAddress(_ text: [UInt8], _ index: Int) -> Bool {
    guard let before = text.at(index - 1) else { return false }
    return ByteClass.isWord(before) || "/.-".utf8.contains(before) || text.has("](", at: index - 2)
  }
}
