/// Finds e-mail addresses: plain, with an encoded `@`, as `mailto:`, and written `name (at) host`.
enum EmailSearch {
  private static let longestLocal = 64
  private static let longestDomain = 255

  static func redactions(in text: [UInt8]) -> [Redaction] {
    var found: [Redaction] = []
    var index = 0
    while index < text.count {
      if let sign = atSign(in: text, at: index) {
        if let range = address(in: text, around: sign) {
          found.append(Redaction(range: range, replacement: Redaction.email))
        }
        index = sign.upperBound
      } else if text[index] | 0x20 == UInt8(ascii: "m"), text.has("mailto:", at: index) {
        let link = link(in: text, from: index)
        found.append(link)
        index = link.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// `@`, `&#64;`, `&#x40;`, `&commat;`, `%40`, `(at)`, `[at]`, `{at}`, with white space around the
  /// bracketed ones.
  private static func atSign(in text: [UInt8], at index: Int) -> Range<Int>? {
    switch text[index] {
    case UInt8(ascii: "@"): index..<index + 1
    case UInt8(ascii: "%"): text.has("%40", at: index) ? index..<index + 3 : nil
    case UInt8(ascii: "&"):
      if text.has("&#64;", at: index) {
        index..<index + 5
      } else if text.has("&#x40;", at: index) {
        index..<index + 6
      } else if text.has("&commat;", at: index) {
        index..<index + 8
      } else {
        nil
      }
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      bracketed("at", in: text, at: index)
    default: nil
    }
  }

  /// `[dot]` with the white space around it, when one begins at an index.
  private static func bracketed(
    _ word: StaticString, in text: [UInt8], at index: Int
  ) -> Range<Int>? {
    let inner = text.end(from: index + 1, limit: 1) { $0 == 0x20 }
    guard text.has(word, at: inner) else { return nil }
    let close = text.end(from: inner + word.utf8CodeUnitCount, limit: 1) { $0 == 0x20 }
    guard let last = text.at(close), last == 0x29 || last == 0x5D || last == 0x7D else {
      return nil
    }
    return text.start(before: index, limit: 2) {
      $0 == 0x20
    }..<text.end(from: close + 1, limit: 2) {
      $0 == 0x20
    }
  }

  private static func address(in text: [UInt8], around sign: Range<Int>) -> Range<Int>? {
    var local = text.characterStart(
      text.start(before: sign.lowerBound, limit: longestLocal, while: isLocal))
    while local < sign.lowerBound, text[local] == UInt8(ascii: ".") { local += 1 }
    guard local < sign.lowerBound, let end = domain(in: text, from: sign.upperBound) else {
      return nil
    }
    // `git@host` names a program, not a person.
    if sign.lowerBound - local == 3, text.has("git", at: local) { return nil }
    // `icon@2x.png` is a picture.
    if text.at(sign.upperBound).map(ByteClass.isDigit) == true,
      text.has("x.", at: sign.upperBound + 1)
    {
      return nil
    }
    return local..<end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// The end of a host name of two labels or more that ends in letters.
  private static func domain(in text: [UInt8], from start: Int) -> Int? {
    var end: Int?
    var index = start
    while index - start < longestDomain {
      let label = index
      index = text.end(from: label, limit: 63) {
        ByteClass.isWord($0) && $0 != UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
      index = text.characterStart(index)
      if index <= label { break }
      let isTop = index - label >= 2 && !text[label..<index].contains(where: ByteClass.isDigit)
      let isEncodedTop = text.has("xn--", at: label)
      if label > start, isTop || isEncodedTop { end = index }
      guard let dot = dot(in: text, at: index) else { break }
      index = dot
    }
    return end
  }

  /// The index behind a `.` or a `[dot]`.
  private static func dot(in text: [UInt8], at index: Int) -> Int? {
    if text.at(index) == UInt8(ascii: ".") { return index + 1 }
    let bracket = text.end(from: index, limit: 2) { $0 == 0x20 }
    guard let first = text.at(bracket), first == 0x28 || first == 0x5B || first == 0x7B else {
      return nil
    }
    return bracketed("dot", in: text, at: bracket)?.upperBound
  }

  /// A whole `mailto:` address; in HTML with the `href` attribute that it is the value of.
  private static func link(in text: [UInt8], from start: Int) -> Redaction {
    let end = text.end(from: start) { byte in
      !isWhiteSpace(byte) && !"\"'<>)]".utf8.contains(byte)
    }
    for (attribute, quote) in [("href=\"", "\""), ("href='", "'")] as [(StaticString, StaticString)]
    {
      let name = start - attribute.utf8CodeUnitCount
      if text.has(attribute, at: name), text.has(quote, at: end) {
        let lead = text.start(before: name, while: isWhiteSpace)
        return Redaction(range: lead..<end + 1, replacement: "")
      }
    }
    return Redaction(range: start..<end, replacement: Redaction.email)
  }
}
