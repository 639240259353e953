internal import Basics

/// Text as it may stand in a drawing: escaped, and what XML 1.0 forbids replaced by U+FFFD.
func xmlText(_ text: String) -> String {
  // Of the bytes of UTF-8, only these can begin something that XML forbids.
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else {
    return HTMLEscaping.escaped(text)
  }
  let allowed = text.unicodeScalars.map { $0.isAllowedInXML ? $0 : "\u{FFFD}" }
  return HTMLEscaping.escaped(String(String.UnicodeScalarView(allowed)))
}

extension Unicode.Scalar {
  /// XML 1.0, production 2 (Char).
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
