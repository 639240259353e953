internal import Basics

/// A name that becomes part of an address: small letters, digits and hyphens, at most 80.
package struct Slug: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    let allowed = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard allowed, (1...80).contains(text.utf8.count), !text.hasPrefix("-"), !text.hasSuffix("-")
    else { return nil }
    self.text = text
  }

  /// The name that a text gives: `C++ & Café` → `c-cafe`; nil where it has neither a letter of the Latin
  /// alphabet nor a digit, or is too long.
  package init?(of text: String) {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      let letters = Slug.letters(of: scalar)
      if !letters.isEmpty {
        name += letters
      } else if !name.isEmpty, name.last != "-", !Slug.isAccent(scalar) {
        name += "-"
      }
    }
    if name.last == "-" { name.removeLast() }
    self.init(name)
  }

  /// `é` → `e`, `æ` → `ae`, by the name that Unicode gives it: LATIN SMALL LETTER E WITH ACUTE.
  static func letters(of scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return UInt8(ascii: scalar).isASCIILetterOrDigit ? String(scalar) : "" }
    if scalar == "ß" { return "ss" }
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words.starts(with: ["LATIN", "SMALL", "LETTER"]),
      words[3].utf8.count <= 2
    else { return "" }
    return words[3].lowercased()
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }
}
