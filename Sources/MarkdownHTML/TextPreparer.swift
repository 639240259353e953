internal import Basics

/// Makes the text libcmark sees: `{{…}}`, footnotes and bare addresses become single characters,
/// since emphasis, smart quotes and table bars would tear them apart.
struct TextPreparer {
  let input: UnsafeBufferPointer<UInt8>
  let body: Range<Int>
  var result = PreparedText()
  var findings: Findings
  /// Up to here the input is in the made text.
  private(set) var copied = 0
  /// The footnote definitions, once a `[^` has been seen.
  var footnotes: [FootnoteDefinition]?
  var footnoteNumbers: [String: Int] = [:]
  var nextFootnote = 0
  /// Whether curled quotation marks of the author's are tokens, so that they stay as they are.
  var keepsQuotationMarks = false
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

  // MARK: Reading

  mutating func read(_ range: Range<Int>) {
    copied = range.lowerBound
    result.text.map.segments.append(
      .init(made: result.text.bytes.count, source: range.lowerBound))
    var index = range.lowerBound
    isSpecial.withUnsafeBufferPointer { isSpecial in
      while index < range.upperBound {
        let byte = input[index]
        if isSpecial[Int(byte)] != 0 {
          index = readSpecial(byte, at: index, in: range)
        } else {
          index += 1
          // Four at once, since most bytes are not.
          while index + 4 <= range.upperBound,
            isSpecial[Int(input[index])] | isSpecial[Int(input[index + 1])]
              | isSpecial[Int(input[index + 2])] | isSpecial[Int(input[index + 3])] == 0
          { index += 4 }
        }
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
    case UInt8(ascii: "w"):
      // Many a word has one, few have two.
      let isAddress = index + 1 < range.upperBound && input[index + 1] == byte
      return isAddress ? readAddress(byte, at: index, in: range) : index + 1
    case UInt8(ascii: ":"), UInt8(ascii: "@"):
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
    default: return readCharacter(at: index)
    }
  }

  // MARK: Writing

  mutating func copy(upTo end: Int) {
    if end > copied { result.text.bytes.append(contentsOf: input[copied..<end]) }
    copied = end
  }

  mutating func leaveOut(upTo end: Int) {
    result.text.map.segments.append(.init(made: result.text.bytes.count, source: end))
    copied = end
  }

  /// Puts one character in the place of a range; returns the range's end.
  mutating func place(_ kind: Token.Kind, for range: Range<Int>) -> Int {
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
    let holdsForbidden = reportForbidden(in: range)
    result.tokens.append(Token(kind: kind, range: range, holdsForbidden: holdsForbidden))
    leaveOut(upTo: range.upperBound)
    return range.upperBound
  }
}

/// 1 for the bytes at which reading stops, 0 for all others, which are copied.
private let isSpecial: [UInt8] = (0..<256).map { byte in
  let stops =
    switch UInt8(byte) {
    case 0x09: false
    case UInt8(ascii: "w"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\\"),
      UInt8(ascii: "&"):
      true
    default: CharacterFault.mayStart(UInt8(byte))
    }
  return stops ? 1 : 0
}
