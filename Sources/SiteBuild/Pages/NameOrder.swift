internal import Basics

/// The order of names in a language: a Latin letter with an accent stands with the one without
/// (DIN 5007-1), unless it is a letter of its own there.
///
/// `Äpfel` is under A in German and English, and behind Z and Å in Swedish.
struct NameOrder {
  /// The places of the letters of the language's alphabet.
  private let places: [Character: UInt32]
  /// Whether `i` and `ı` are two letters, with capitals of their own.
  private let hasDotlessI: Bool

  /// `language` is a tag: `de-AT`.
  init(language: String) {
    let name = language.lowercased().prefix { $0 != "-" }
    hasDotlessI = name == "tr" || name == "az"
    let alphabet = NameOrder.alphabet(of: name)
    places = Dictionary(zip(alphabet, 0...)) { first, _ in first }
  }

  /// What names are compared by: from the first letter or digit on, whatever the case.
  func key(of name: String) -> String {
    var key = String.UnicodeScalarView()
    for letter in letters(of: name) {
      if let scalar = places[letter].flatMap({ Unicode.Scalar(0x61 + $0) }) {
        key.append(scalar)
      } else {
        key.append(contentsOf: letter.unicodeScalars)
      }
    }
    return String(key)
  }

  /// The letter under which a name stands, `#` where it begins with none: `A`.
  func heading(of name: String) -> String {
    guard let first = letters(of: name).first, first.isLetter else { return "#" }
    return hasDotlessI && first == "i" ? "İ" : String(first).uppercased()
  }

  /// In small letters, without the accents that tell no letters apart.
  private func letters(of name: String) -> [Character] {
    let start = name.drop { !$0.isLetter && !$0.isNumber }
    let plain = hasDotlessI ? start.replacing("I", with: "ı").replacing("İ", with: "i") : start
    return plain.lowercased().flatMap { letter in
      places[letter] == nil ? Array(withoutAccents(letter)) : [letter]
    }
  }

  private func withoutAccents(_ letter: Character) -> String {
    var plain = ""
    for scalar in letter.unicodeScalars {
      let latin = scalar.isASCII ? "" : Slug.letters(of: scalar)
      let isAccent = scalar.properties.generalCategory == .nonspacingMark
      if !latin.isEmpty {
        plain += latin
      } else if !isAccent || plain.utf8.last.map({ $0 < 0x80 }) != true {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  private static func alphabet(of language: Substring) -> String {
    switch language {
    case "sv", "fi": latin + "åäö"
    case "da", "no", "nb", "nn": latin + "æøå"
    case "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy"
    case "is": "aábcdðeéfghiíjklmnoópqrstuúvwxyýzþæö"
    case "tr", "az": "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
    default: latin
    }
  }

  private static let latin = "abcdefghijklmnopqrstuvwxyz"
}
