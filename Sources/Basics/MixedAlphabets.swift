/// Two alphabets in one word, whose letters may be taken for each other's: `Pаypal` with a Cyrillic `а`.
///
/// The single-script test of Unicode Technical Standard 39 (section 5.1), for the alphabets whose
/// letters look alike.
package struct MixedAlphabets: Sendable, Equatable {
  package let word: String
  package let first: Alphabet
  package let second: Alphabet

  package enum Alphabet: String, Sendable {
    case latin = "Latin"
    case greek = "Greek"
    case cyrillic = "Cyrillic"
    case armenian = "Armenian"
    case cherokee = "Cherokee"
  }

  /// The first such word of a text; nil where there is none.
  package init?(in text: String) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      let alphabets = word.unicodeScalars.compactMap(MixedAlphabets.alphabet)
      guard let first = alphabets.first, let second = alphabets.first(where: { $0 != first })
      else { continue }
      self.word = String(word)
      self.first = first
      self.second = second
      return
    }
    return nil
  }

  /// Letters that several alphabets share, and accents, belong to none.
  private static func alphabet(of scalar: Unicode.Scalar) -> Alphabet? {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
      0xA720...0xA7FF, 0xFF21...0xFF5A:
      return .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return .cyrillic
    case 0x530...0x58F: return .armenian
    case 0x13A0...0x13FF, 0xAB70...0xABBF: return .cherokee
    default: return nil
    }
  }
}
