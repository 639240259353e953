/// Finds e-mail addresses: plain, with an encoded `@`, as `mailto:`, and written `name (at) host`.
enum EmailSearch {
  private static let longestLocal = 64
  private static let longestDomain = 255
  private static let longestLabel = 63

  /// What is taken for part of an address outside ASCII, in this order, until there is one: behind
  /// `谢谢` or `“` an address begins and ends as beside a blank, but `用户@例子.广告` is one as well.
  private static let readings: [@Sendable (Unicode.Scalar) -> Bool] = [
    { WordScalar.mayStandInSpacedAddress($0) }, { WordScalar.mayStandInAddress($0) },
  ]

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

  /// `@`, `＠`, `&#64;`, `&#x40;`, `&commat;`, `%40`, `(at)`, `[at]`, `{at}`, with white space
  /// around the bracketed ones.
  private static func atSign(in text: [UInt8], at index: Int) -> Range<Int>? {
    switch text[index] {
    case UInt8(ascii: "@"): index..<index + 1
    case UInt8(ascii: "%"): text.has("%40", at: index) ? index..<index + 3 : nil
    case 0xEF: text.has("＠", at: index) ? index..<index + 3 : nil
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
    guard let end = domain(in: text, from: sign.upperBound) else { return nil }
    // Who has a host of another script has a name of it before the sign.
    let isPlain = text[sign.upperBound..<end].allSatisfy { $0 < 0x80 }
    let readings = isPlain ? readings[...] : readings.suffix(1)
    guard let local = local(in: text, before: sign.lowerBound, readings) else { return nil }
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

  /// The start of what stands before the sign; nil where nothing does.
  private static func local(
    in text: [UInt8], before sign: Int,
    _ readings: ArraySlice<@Sendable (Unicode.Scalar) -> Bool>
  ) -> Int? {
    for belongs in readings {
      let start = text.start(before: sign, limit: longestLocal, while: isLocal, or: belongs)
      if let local = withoutDots(in: text, start..<sign) { return local }
    }
    let start = text.start(before: sign, limit: longestLocal, while: isLocal)
    return withoutDots(in: text, text.characterStart(start)..<sign)
  }

  private static func withoutDots(in text: [UInt8], _ local: Range<Int>) -> Int? {
    local.first { text[$0] != UInt8(ascii: ".") }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// The end of a host name of two labels or more that ends in letters.
  private static func domain(in text: [UInt8], from start: Int) -> Int? {
    domain(in: text, from: start) { endOfLabel(in: text, from: $0, readings[...]) }
      ?? domain(in: text, from: start) { endOfLabel(in: text, from: $0, readings.suffix(1)) }
      ?? domain(in: text, from: start) { label in
        text.characterStart(text.end(from: label, limit: longestLabel, while: isLabel))
      }
  }

  /// The end by the first reading that finds anything; the index itself where none does.
  private static func endOfLabel(
    in text: [UInt8], from index: Int, _ readings: ArraySlice<@Sendable (Unicode.Scalar) -> Bool>
  ) -> Int {
    for belongs in readings {
      let end = text.end(from: index, limit: longestLabel, while: isLabel, or: belongs)
      if end > index { return end }
    }
    return index
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) && byte != UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// `labelEnd` gives the end of the label that begins at an index.
  private static func domain(
    in text: [UInt8], from start: Int, labelEnd: (Int) -> Int
  ) -> Int? {
    var end: Int?
    var index = start
    while index - start < longestDomain {
      let label = index
      index = labelEnd(label)
      if index <= label { break }
      if label > start, let top = endOfTop(in: text, label..<index) { end = top }
      guard let dot = dot(in: text, at: index) else { break }
      index = dot
    }
    return end
  }

  /// The end of a label that may be a host's last: two letters or more, also `org` of `org-1`, as
  /// an id is made of an address and a number.
  private static func endOfTop(in text: [UInt8], _ label: Range<Int>) -> Int? {
    if text.has("xn--", at: label.lowerBound) { return label.upperBound }
    let hasDigit = text[label].contains(where: ByteClass.isDigit)
    let dash = hasDigit ? text[label].firstIndex(of: UInt8(ascii: "-")) : label.upperBound
    guard let end = dash, end - label.lowerBound >= 2,
      !text[label.lowerBound..<end].contains(where: ByteClass.isDigit)
    else { return nil }
    return end
  }

  /// The index behind a `.`, a `．` or a `[dot]`.
  private static func dot(in text: [UInt8], at index: Int) -> Int? {
    if text.at(index) == UInt8(ascii: ".") { return index + 1 }
    if text.has("．", at: index) { return index + 3 }
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
