/// The characters of the names that are looked for, each with a number: equal for large and small
/// letters and for every way Unicode has to write one character; nought for all others.
struct NameAlphabet {
  /// White space, hyphens, underscores and plus signs: what separates the words of a name anywhere.
  static let separator: UInt32 = 1

  private var numbers: [String: UInt32] = [:]
  private var ascii = [UInt32](repeating: 0, count: 128)
  private var count: UInt32 = 1

  /// Numbers the characters of a name that have none yet and tells the name in them.
  mutating func learn(_ name: String) -> [UInt32] {
    for character in name.lowercased()
    where !NameAlphabet.isSeparator(character) && !NameAlphabet.isInvisible(character) {
      let character = NameAlphabet.plain(character)
      guard numbers[character] == nil else { continue }
      count += 1
      numbers[character] = count
    }
    for byte in UInt8(0)..<128 {
      let character = Character(Unicode.Scalar(byte))
      ascii[Int(byte)] =
        NameAlphabet.isSeparator(character)
        ? NameAlphabet.separator
        : character.lowercased().first.flatMap { numbers[NameAlphabet.plain($0)] } ?? 0
    }
    return name.lowercased().compactMap { number(of: $0) }
  }

  /// One more than the largest number.
  var size: Int { Int(count) + 1 }

  func number(ofASCII byte: UInt8) -> UInt32 { ascii[Int(byte)] }

  /// nil for what cannot be seen, such as a zero-width space.
  func number(of character: Character) -> UInt32? {
    if NameAlphabet.isSeparator(character) { return NameAlphabet.separator }
    if NameAlphabet.isInvisible(character) { return nil }
    return numbers[NameAlphabet.plain(character)] ?? 0
  }

  static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || "-_+\u{2010}\u{2011}\u{2012}\u{2013}".contains(character)
  }

  private static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }

  /// Curled quotes as typed on a keyboard, and full-width letters as narrow ones.
  private static func plain(_ character: Character) -> String {
    switch character {
    case "\u{2018}", "\u{2019}": return "'"
    case "\u{201C}", "\u{201D}": return "\""
    default:
      let visible = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
      guard let only = visible.first, visible.count == 1 else {
        return String(String.UnicodeScalarView(visible))
      }
      let isWide = (0xFF01...0xFF5E).contains(only.value)
      let narrow = isWide ? Unicode.Scalar(only.value - 0xFEE0) ?? only : only
      return narrow.properties.lowercaseMapping
    }
  }
}
