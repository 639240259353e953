/// A stretch of the source that libcmark must not see, for which one private-use character stands.
struct Token {
  enum Kind {
    /// `{{…}}`
    case value
    /// An index into the footnote definitions.
    case footnote(Int)
    /// `[^name]` that nothing defines: fine in code, a warning in text.
    case unknownFootnote
    case link(LiteralLink)
    /// `\{{` or `\~`, which mean what follows the backslash.
    case escaped(StaticString)
    /// `&#1;`, a character that no page may hold: nothing in text.
    case forbiddenEntity
    /// `{{` that nothing closes: fine in code, an error in text.
    case openBraces
  }

  var kind: Kind
  /// The bytes of the source it stands for.
  var range: Range<Int>
  /// Whether characters that no page may hold are among them.
  var holdsForbidden = false
}

/// Private-use characters of the planes 15 and 16, one for each token: 0 ↔ U+F0000.
///
/// The characters U+E000–F8FF, which icon fonts use, stay the author's.
enum TokenCharacter {
  private static let perPlane = 0xFFFE
  static let capacity = 2 * perPlane

  static func append(_ index: Int, to output: inout [UInt8]) {
    let scalar =
      index < perPlane ? 0xF0000 + index : 0x100000 + index - perPlane
    output.append(UInt8(0xF0 | scalar >> 18))
    output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    output.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// Whether a character of the two planes starts at an offset of valid UTF-8.
  static func starts(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset + 3 < bytes.count else { return false }
    return bytes[offset] == 0xF4 || bytes[offset] == 0xF3 && bytes[offset + 1] >= 0xB0
  }

  /// The token's index; the character must be there.
  static func index(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    var scalar = Int(bytes[offset] & 0x07)
    for step in 1...3 { scalar = scalar << 6 | Int(bytes[offset + step] & 0x3F) }
    return scalar >= 0x100000 ? scalar - 0x100000 + perPlane : scalar - 0xF0000
  }
}
