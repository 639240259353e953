/// Why a character cannot stand in a page.
enum CharacterFault {
  case isControl
  /// U+202A–U+202E
  case overridesDirection
  /// What tokens are made of.
  case isReserved
  /// U+E0000–U+E007F, which nobody sees, but after a flag.
  case isHidden

  init?(_ scalar: Int) {
    switch scalar {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: self = .isControl
    case 0x202A...0x202E: self = .overridesDirection
    case 0xE0000...0xE007F: self = .isHidden
    case 0xF0000...0x10FFFF: self = .isReserved
    default:
      // The last two characters of each plane are none.
      guard scalar & 0xFFFE == 0xFFFE, scalar < 0x110000 else { return nil }
      self = .isControl
    }
  }

  /// Whether a forbidden character may start with a byte.
  static func mayStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }

  /// The fault of the character that starts at an offset of valid UTF-8, with its length.
  static func find(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (fault: CharacterFault, length: Int)? {
    let length =
      switch bytes[index] {
      case 0..<0x80: 1
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      default: 4
      }
    guard index + length <= bytes.count else { return nil }
    var scalar = Int(bytes[index]) & (length == 1 ? 0x7F : 0xFF >> (length + 1))
    for step in 1..<max(length, 1) { scalar = scalar << 6 | Int(bytes[index + step] & 0x3F) }
    guard let fault = CharacterFault(scalar) else { return nil }
    return fault == .isHidden && isInFlag(bytes, at: index) ? nil : (fault, length)
  }

  /// Whether the tag character at an offset belongs to a flag such as that of Scotland: U+1F3F4, up to
  /// six tags and the one that ends them.
  private static func isInFlag(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let flag: [UInt8] = [0xF0, 0x9F, 0x8F, 0xB4]
    for place in stride(from: index - 4, through: max(0, index - 28), by: -4) {
      if bytes[place] == 0xF0 { return flag.elementsEqual(bytes[place..<place + 4]) }
      if bytes[place] != 0xF3 { return false }
    }
    return false
  }
}

extension CharacterFault {
  /// That of the first forbidden character of a text.
  static func first(in text: String) -> CharacterFault? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.lazy.filter { mayStart(bytes[$0]) }
        .compactMap { find(in: bytes, at: $0)?.fault }.first
    }
  }
}

/// Valid UTF-8 without the forbidden characters.
func withoutForbidden(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  Array(bytes).withUnsafeBufferPointer { bytes in
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      // Only where a character starts: what follows of one is none by itself.
      if CharacterFault.mayStart(bytes[index]),
        let found = CharacterFault.find(in: bytes, at: index)
      {
        index += found.length
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}
