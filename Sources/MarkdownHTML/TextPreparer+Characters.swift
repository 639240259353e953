internal import Basics

/// Characters that a page cannot hold or that libcmark must not see.
extension TextPreparer {
  mutating func readCarriageReturn(at index: Int, in range: Range<Int>) -> Int {
    copy(upTo: index)
    // libcmark ends a line at a lone carriage return too.
    let isPair = index + 1 < range.upperBound && input[index + 1] == UInt8(ascii: "\n")
    if !isPair { result.text.endLine() }
    leaveOut(upTo: index + 1)
    return index + 1
  }

  /// Leaves out the character at an offset if it is a forbidden one.
  mutating func readCharacter(at index: Int) -> Int {
    if keepsQuotationMarks, let mark = EnglishMark(in: input, at: index) {
      return place(.escaped(mark.text), for: index..<index + 3)
    }
    guard let length = reportForbidden(at: index) else { return index + 1 }
    copy(upTo: index)
    leaveOut(upTo: index + length)
    return index + length
  }

  /// Whether forbidden characters are in a range that becomes a token.
  mutating func reportForbidden(in range: Range<Int>) -> Bool {
    var found = false
    for index in range where CharacterFault.mayStart(input[index]) {
      if reportForbidden(at: index) != nil { found = true }
    }
    return found
  }

  /// Reports the character at an offset; → its length if it is a forbidden one.
  private mutating func reportForbidden(at index: Int) -> Int? {
    guard let (fault, length) = CharacterFault.find(in: input, at: index) else { return nil }
    let range = index..<index + length
    switch fault {
    case .overridesDirection:
      findings.add(
        MarkdownCodes.directionOverride,
        "a character that overrides the text direction is left out", at: range, fix: "remove it",
        severity: .warning)
    case .isControl:
      findings.add(
        MarkdownCodes.controlCharacter, "a control character is left out", at: range,
        fix: "remove it", severity: .warning)
    case .isHidden:
      findings.add(
        MarkdownCodes.hiddenCharacter, "a character that nobody sees is left out", at: range,
        fix: "remove it", severity: .warning)
    case .isReserved:
      findings.add(
        MarkdownCodes.reservedCharacter, "a private-use character that Meadow needs itself",
        at: range, fix: "remove it")
    }
    return length
  }

  /// `&#xF0000;` would become a token's character inside libcmark, `&#1;` a control character.
  mutating func readEntity(at index: Int, in range: Range<Int>) -> Int {
    guard input.has("&#", at: index), index + 2 < range.upperBound else {
      return readNamedQuotationMark(at: index)
    }
    let isHex = input[index + 2] | 0x20 == UInt8(ascii: "x")
    let start = index + (isHex ? 3 : 2)
    let limit = min(range.upperBound, start + (isHex ? 6 : 7))
    var end = start
    while end < limit, input[end].isASCIILetterOrDigit { end += 1 }
    let digits = String(decoding: input[start..<end], as: UTF8.self)
    guard end < range.upperBound, input[end] == UInt8(ascii: ";"),
      // libcmark turns `&#0;` into U+FFFD.
      let scalar = Int(digits, radix: isHex ? 16 : 10), scalar > 0
    else { return index + 1 }
    if keepsQuotationMarks, let mark = EnglishMark(scalar: scalar) {
      return place(.escaped(mark.text), for: index..<end + 1)
    }
    guard CharacterFault(scalar) != nil else { return index + 1 }
    return place(.forbiddenEntity, for: index..<end + 1)
  }

  private mutating func readNamedQuotationMark(at index: Int) -> Int {
    guard keepsQuotationMarks else { return index + 1 }
    let names: [(StaticString, EnglishMark)] = [
      ("&ldquo;", .open), ("&rdquo;", .close), ("&lsquo;", .innerOpen), ("&rsquo;", .innerClose),
    ]
    for (name, mark) in names where input.has(name, at: index) {
      return place(.escaped(mark.text), for: index..<index + name.utf8CodeUnitCount)
    }
    return index + 1
  }
}
