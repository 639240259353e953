internal import Basics

/// Makes the text libcmark sees: `{{…}}`, footnotes and bare addresses become single characters,
/// since emphasis, smart quotes and table bars would tear them apart.
struct TextPreparer {
  private let input: UnsafeBufferPointer<UInt8>
  private let body: Range<Int>
  private(set) var result = PreparedText()
  private(set) var findings: Findings
  /// Up to here the input is in the made text.
  private var copied = 0
  /// The footnote definitions, once a `[^` has been seen.
  private var footnotes: [FootnoteDefinition]?
  private var footnoteNumbers: [String: Int] = [:]
  private var nextFootnote = 0
  private var isFull = false

  init(_ input: UnsafeBufferPointer<UInt8>, body: Range<Int>, findings: Findings) {
    self.input = input
    self.body = body
    self.findings = findings
    result.text.bytes.reserveCapacity(body.count + 64)
  }

  mutating func prepare() {
    read(body)
    guard let footnotes, !footnotes.isEmpty else { return }
    let main = result.text
    let mainReferences = result.referenceLines
    result.text = MappedText()
    result.referenceLines = []
    result.footnotes = footnotes
    for definition in footnotes { quote(definition) }
    let shift = result.text.bytes.count
    result.text.append(main)
    result.referenceLines += mainReferences.map { $0 + shift }
  }

  /// Writes a definition as a block quotation, which keeps whatever it opens to itself.
  private mutating func quote(_ definition: FootnoteDefinition) {
    for line in definition.lines {
      result.text.append("> ".utf8, from: line.lowerBound)
      read(line)
      result.text.endLine()
    }
    result.text.endLine()
  }

  // MARK: Reading

  private mutating func read(_ range: Range<Int>) {
    copied = range.lowerBound
    result.text.map.segments.append(
      .init(made: result.text.bytes.count, source: range.lowerBound))
    var index = range.lowerBound
    isSpecial.withUnsafeBufferPointer { isSpecial in
      while index < range.upperBound {
        let byte = input[index]
        index = isSpecial[Int(byte)] ? readSpecial(byte, at: index, in: range) : index + 1
      }
    }
    copy(upTo: range.upperBound)
  }

  /// Handles one special byte; returns where to go on.
  private mutating func readSpecial(_ byte: UInt8, at index: Int, in range: Range<Int>) -> Int {
    switch byte {
    case UInt8(ascii: "\n"):
      result.text.map.lineStarts.append(result.text.bytes.count + index + 1 - copied)
      return index + 1
    case UInt8(ascii: "w"), UInt8(ascii: ":"), UInt8(ascii: "@"):
      return readAddress(byte, at: index, in: range)
    case UInt8(ascii: "|"):
      result.mayHaveTables = true
      return index + 1
    case UInt8(ascii: "~"):
      result.mayHaveStrikethrough = true
      return index + 1
    case UInt8(ascii: "{"): return readBraces(at: index, in: range)
    case UInt8(ascii: "["): return readBracket(at: index, in: range)
    case UInt8(ascii: "&"): return readEntity(at: index, in: range)
    case UInt8(ascii: "\\"): return readBackslash(at: index, in: range)
    case UInt8(ascii: "\r"): return readCarriageReturn(at: index, in: range)
    default: return readForbidden(at: index, in: range)
    }
  }

  private mutating func readBraces(at index: Int, in range: Range<Int>) -> Int {
    guard input.has("{{", at: index), index + 1 < range.upperBound else { return index + 1 }
    guard let end = endOfValue(from: index + 2, to: range.upperBound) else {
      return place(.openBraces, for: index..<index + 2)
    }
    return place(.value, for: index..<end)
  }

  /// The offset after the `}}` that closes an expression on this line, quoted texts skipped.
  ///
  /// Backticks, another `{{` and great length mean that no expression was meant; the last also
  /// bounds the search.
  private func endOfValue(from start: Int, to bound: Int) -> Int? {
    let limit = min(bound, start + 1000)
    var quote: UInt8?
    var index = start
    while index < limit {
      let byte = input[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return nil }
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "`") || input.has("{{", at: index) {
        return nil
      } else if index + 1 < limit, input.has("}}", at: index) {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  private mutating func readBackslash(at index: Int, in range: Range<Int>) -> Int {
    guard index + 1 < range.upperBound else { return index + 1 }
    if index + 2 < range.upperBound, input.has("{{", at: index + 1) {
      return place(.escaped("{{"), for: index..<index + 3)
    }
    let next = input[index + 1]
    if next == UInt8(ascii: "~") { return place(.escaped("~"), for: index..<index + 2) }
    let isEscaped = next == UInt8(ascii: "\\") || next == UInt8(ascii: "[")
    return index + (isEscaped ? 2 : 1)
  }

  private mutating func readBracket(at index: Int, in range: Range<Int>) -> Int {
    guard let label = footnoteLabel(in: input, at: index, to: range.upperBound) else {
      return index + 1
    }
    let definitions = footnotes ?? findFootnotes()
    if nextFootnote < definitions.count, definitions[nextFootnote].range.lowerBound == index,
      range == body
    {
      let definition = definitions[nextFootnote]
      nextFootnote += 1
      copy(upTo: index)
      leaveOut(upTo: definition.range.upperBound)
      return definition.range.upperBound
    }
    return readFootnoteMark(label, at: index)
  }

  private mutating func readFootnoteMark(_ label: Range<Int>, at index: Int) -> Int {
    let whole = index..<label.upperBound + 1
    if let number = footnoteNumbers[footnoteName(input, label)] {
      return place(.footnote(number), for: whole)
    }
    // `[^a](b)` and `[^a][b]` are links, whatever their text looks like.
    let follower = whole.upperBound < body.upperBound ? input[whole.upperBound] : 0
    if follower == UInt8(ascii: "(") || follower == UInt8(ascii: "[") { return index + 1 }
    return place(.unknownFootnote, for: whole)
  }

  private mutating func findFootnotes() -> [FootnoteDefinition] {
    var scanner = FootnoteScanner(input, body)
    let found = scanner.scan()
    footnotes = found
    for (number, definition) in found.enumerated() {
      if footnoteNumbers[definition.label] == nil {
        footnoteNumbers[definition.label] = number
      } else {
        findings.add(
          MarkdownCodes.footnoteTwice, "the footnote `\(definition.label)` is already defined",
          at: definition.range, fix: "rename one of them")
      }
    }
    return found
  }

  private mutating func readAddress(_ byte: UInt8, at index: Int, in range: Range<Int>) -> Int {
    let scanner = LiteralLinkScanner(bytes: input, bounds: copied..<range.upperBound)
    switch byte {
    case UInt8(ascii: "w"):
      guard input.has("www.", at: index), let found = scanner.www(start: index) else { break }
      return place(.link(.www), for: found)
    case UInt8(ascii: "@"):
      guard let found = scanner.mail(at: index) else { break }
      return place(.link(.mail), for: found)
    default:
      if index > range.lowerBound, input[index - 1] == UInt8(ascii: "]") {
        let line = result.text.map.lineStarts.last ?? 0
        if result.referenceLines.last != line { result.referenceLines.append(line) }
      }
      guard input.has("://", at: index), let found = scanner.url(colon: index) else { break }
      return place(.link(.url), for: found)
    }
    return index + 1
  }

  private mutating func readCarriageReturn(at index: Int, in range: Range<Int>) -> Int {
    copy(upTo: index)
    // libcmark ends a line at a lone carriage return too.
    let isPair = index + 1 < range.upperBound && input[index + 1] == UInt8(ascii: "\n")
    if !isPair { result.text.endLine() }
    leaveOut(upTo: index + 1)
    return index + 1
  }

  /// Direction overrides and the characters that tokens use.
  private mutating func readForbidden(at index: Int, in range: Range<Int>) -> Int {
    if input[index] == 0xE2 {
      guard index + 2 < range.upperBound, input[index + 1] == 0x80,
        (0xAA...0xAE).contains(input[index + 2])
      else { return index + 1 }
      findings.add(
        MarkdownCodes.directionOverride,
        "a character that overrides the text direction is left out",
        at: index..<index + 3, fix: "remove it", severity: .warning)
      copy(upTo: index)
      leaveOut(upTo: index + 3)
      return index + 3
    }
    guard TokenCharacter.starts(in: input, at: index) else { return index + 1 }
    return leaveOutReserved(index..<index + 4)
  }

  /// `&#xF0000;` would become a token's character inside libcmark.
  private mutating func readEntity(at index: Int, in range: Range<Int>) -> Int {
    guard input.has("&#", at: index) else { return index + 1 }
    let isHex = index + 2 < range.upperBound && input[index + 2] | 0x20 == UInt8(ascii: "x")
    let start = index + (isHex ? 3 : 2)
    var end = start
    while end < min(range.upperBound, start + 8), input[end].isASCIIAlphanumeric { end += 1 }
    let digits = String(decoding: input[start..<end], as: UTF8.self)
    guard let scalar = Int(digits, radix: isHex ? 16 : 10), scalar >= 0xF0000 else {
      return index + 1
    }
    return leaveOutReserved(index..<end)
  }

  private mutating func leaveOutReserved(_ range: Range<Int>) -> Int {
    findings.add(
      MarkdownCodes.reservedCharacter, "a private-use character that Meadow needs itself",
      at: range, fix: "remove it")
    copy(upTo: range.lowerBound)
    leaveOut(upTo: range.upperBound)
    return range.upperBound
  }

  // MARK: Writing

  private mutating func copy(upTo end: Int) {
    if end > copied { result.text.bytes.append(contentsOf: input[copied..<end]) }
    copied = end
  }

  private mutating func leaveOut(upTo end: Int) {
    result.text.map.segments.append(.init(made: result.text.bytes.count, source: end))
    copied = end
  }

  /// Puts one character in the place of a range; returns the range's end.
  private mutating func place(_ kind: Token.Kind, for range: Range<Int>) -> Int {
    guard result.tokens.count < TokenCharacter.capacity else {
      if !isFull {
        findings.add(
          MarkdownCodes.tooManyValues, "this page has too many inline values and bare addresses",
          at: range, fix: "split the page")
      }
      isFull = true
      return range.upperBound
    }
    copy(upTo: range.lowerBound)
    result.text.map.segments.append(
      .init(made: result.text.bytes.count, source: range.lowerBound))
    TokenCharacter.append(result.tokens.count, to: &result.text.bytes)
    result.tokens.append(Token(kind: kind, range: range))
    leaveOut(upTo: range.upperBound)
    return range.upperBound
  }
}

/// The bytes at which reading stops; all others are copied.
private let isSpecial: [Bool] = (0..<256).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "w"), UInt8(ascii: ":"),
    UInt8(ascii: "@"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "{"),
    UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0xE2, 0xF3, 0xF4:
    true
  default: false
  }
}
