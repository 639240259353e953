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
    if TokenCharacter.starts(in: input, at: index) {
      findings.add(
        MarkdownCodes.reservedCharacter, "a private-use character that Meadow needs itself",
        at: index..<index + 4, fix: "remove it")
      return leaveOut(index..<index + 4)
    }
    let (scalar, length) = scalar(at: index)
    guard let fault = CharacterFault(scalar) else { return index + 1 }
    switch fault {
    case .overridesDirection:
      findings.add(
        MarkdownCodes.directionOverride,
        "a character that overrides the text direction is left out", at: index..<index + length,
        fix: "remove it", severity: .warning)
    case .isControl, .isReserved:
      findings.add(
        MarkdownCodes.controlCharacter, "a control character is left out",
        at: index..<index + length, fix: "remove it", severity: .warning)
    }
    return leaveOut(index..<index + length)
  }

  /// `&#xF0000;` would become a token's character inside libcmark, `&#1;` a control character.
  mutating func readEntity(at index: Int, in range: Range<Int>) -> Int {
    guard input.has("&#", at: index), index + 2 < range.upperBound else { return index + 1 }
    let isHex = input[index + 2] | 0x20 == UInt8(ascii: "x")
    let start = index + (isHex ? 3 : 2)
    let limit = min(range.upperBound, start + (isHex ? 6 : 7))
    var end = start
    while end < limit, input[end].isASCIIAlphanumeric { end += 1 }
    let digits = String(decoding: input[start..<end], as: UTF8.self)
    guard end < range.upperBound, input[end] == UInt8(ascii: ";"),
      let scalar = Int(digits, radix: isHex ? 16 : 10), CharacterFault(scalar) != nil
    else { return index + 1 }
    return place(.forbiddenEntity, for: index..<end + 1)
  }

  private mutating func leaveOut(_ range: Range<Int>) -> Int {
    copy(upTo: range.lowerBound)
    leaveOut(upTo: range.upperBound)
    return range.upperBound
  }

  /// The scalar at an offset of the input, which is valid UTF-8, as far as it has three bytes.
  private func scalar(at index: Int) -> (scalar: Int, length: Int) {
    let byte = Int(input[index])
    switch byte {
    case 0xC2: return (0x80 | Int(input[index + 1]) & 0x3F, 2)
    case 0xE2, 0xEF:
      let middle = Int(input[index + 1]) & 0x3F
      return ((byte & 0x0F) << 12 | middle << 6 | Int(input[index + 2]) & 0x3F, 3)
    default: return (byte, 1)
    }
  }
}

/// Why a character cannot stand in a page.
private enum CharacterFault {
  case isControl
  /// U+202A–U+202E
  case overridesDirection
  /// What tokens are made of.
  case isReserved

  init?(_ scalar: Int) {
    switch scalar {
    // libcmark turns NUL into U+FFFD.
    case 0, 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: self = .isControl
    case 0x202A...0x202E: self = .overridesDirection
    case 0xF0000...0x10FFFF: self = .isReserved
    default:
      // The last two characters of each plane are none.
      guard scalar & 0xFFFE == 0xFFFE, scalar < 0x110000 else { return nil }
      self = .isControl
    }
  }
}
