internal import CommunityData

/// Reddit's texts, which name people as `u/name`, and their own pages as `r/u_name`.
enum RedditText {
  /// `ask u/Ann, see reddit.com/user/Ann/posts` → `ask @m-…, see reddit.com/user/-/posts`
  static func body(
    _ written: String, author: String?, _ run: inout ImportRun
  ) -> Minimisation.Result {
    let text = plain(written)
    var named: [String] = []
    let names = Redaction.all(in: text) { index in
      guard let prefix = prefix(in: text, at: index) else { return nil }
      let start = index + prefix.utf8CodeUnitCount
      let end = text.end(from: start, limit: 20, while: isPart)
      if isInAddress(text, index) { return Redaction(range: start..<end, replacement: "-") }
      let handle = String(decoding: text[start..<end], as: UTF8.self).lowercased()
      let member = run.memberID(of: handle)
      if handle != author, !named.contains(member) { named.append(member) }
      return Redaction(range: index..<end, replacement: "@\(member)")
    }
    var body = Minimisation.minimised(names.applied(to: text), .markdown) { _, _ in nil }
    body.mentions = named
    return body
  }

  /// Reddit's answers, and the dumps made of them, write three signs as HTML does:
  /// `&gt; quoted` → `> quoted`.
  static func plain(_ written: String) -> [UInt8] {
    let text = Array(written.utf8)
    let signs = Redaction.all(in: text) { index in
      guard text[index] == UInt8(ascii: "&"),
        let found = references.first(where: { text.has($0.reference, at: index) })
      else { return nil }
      let end = index + found.reference.utf8CodeUnitCount
      return Redaction(range: index..<end, replacement: found.sign)
    }
    return signs.applied(to: text)
  }

  private static let references: [(reference: StaticString, sign: String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]

  private static func isInAddress(_ text: [UInt8], _ index: Int) -> Bool {
    text.at(index - 1).map { ByteClass.isWord($0) } ?? false
  }

  /// What stands before a name, where at least three of its letters follow.
  private static func prefix(in text: [UInt8], at index: Int) -> StaticString? {
    let prefixes: [StaticString] = ["/u/", "u/", "/user/", "/r/u_", "r/u_"]
    let letter = text[index] | 0x20
    guard letter == UInt8(ascii: "/") || letter == UInt8(ascii: "u") || letter == UInt8(ascii: "r"),
      let prefix = prefixes.first(where: { text.has($0, at: index) })
    else { return nil }
    if text[index] != UInt8(ascii: "/"), let before = text.at(index - 1),
      ByteClass.isWord(before) || before == UInt8(ascii: "/")
    {
      return nil
    }
    let start = index + prefix.utf8CodeUnitCount
    return text.end(from: start, limit: 20, while: isPart) - start >= 3 ? prefix : nil
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
