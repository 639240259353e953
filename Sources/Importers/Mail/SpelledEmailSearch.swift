/// Finds addresses as mail archives spell them: `ann at example.org` and `ann @end|ng |rom
/// ex@mp|e@org`. Only in mails, since elsewhere people look at example.org.
enum SpelledEmailSearch {
  /// Words before an `at` that no address ends in.
  private static let ordinary: Set<String> = [
    "look", "looking", "available", "found", "find", "is", "are", "was", "see", "seen", "here",
    "it",
    "them", "this", "that", "hosted", "posted", "code", "page", "site", "docs", "documentation",
    "and", "or", "but", "repository", "repo", "download", "downloaded", "published", "mirror",
    "mirrors", "located", "live", "lives", "package", "packages", "read", "archive", "archives",
    "online", "up", "down", "me", "us", "you", "source", "sources", "file", "files", "website",
  ]

  static func redactions(in text: [UInt8]) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while let next = text[index...].firstIndex(of: 0x20) {
      index = next + 1
      let range =
        text.has(" @end|ng |rom ", at: next)
        ? hidden(in: text, at: next, length: 14)
        : text.has(" at ", at: next) ? spelled(in: text, at: next) : nil
      if let range { found.append(Redaction(range: range, replacement: Redaction.email)) }
    }
    return found
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) || ".%+-=|@".utf8.contains(byte)
  }

  private static func hidden(in text: [UInt8], at sign: Int, length: Int) -> Range<Int>? {
    let start = text.start(before: sign, limit: 64, while: isPart)
    var end = text.end(from: sign + length, limit: 255, while: isPart)
    while end > sign + length, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return start < sign && end > sign + length ? start..<end : nil
  }

  private static func spelled(in text: [UInt8], at sign: Int) -> Range<Int>? {
    let start = text.start(
      before: sign, limit: 64, while: { $0 != 0x40 && $0 != 0x7C && isPart($0) },
      or: WordScalar.isSpaced)
    guard start < sign, let end = host(in: text, from: sign + 4) else { return nil }
    let word = String(decoding: text[start..<sign], as: UTF8.self).lowercased()
    return ordinary.contains(word) ? nil : start..<end
  }

  /// The end of a host name with a dot, unless it is a place of the web: `www.…`, `host/path`.
  private static func host(in text: [UInt8], from start: Int) -> Int? {
    var end = text.end(
      from: start, limit: 255,
      while: { ByteClass.isASCIIWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") },
      or: WordScalar.isSpaced)
    while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard !text.has("www.", at: start), text.at(end) != UInt8(ascii: "/"),
      let dot = text[start..<end].lastIndex(of: UInt8(ascii: ".")), dot > start, end - dot > 2,
      text[(dot + 1)..<end].allSatisfy(ByteClass.isLetter)
    else { return nil }
    return end
  }
}
