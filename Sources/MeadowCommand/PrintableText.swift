/// Controls by their numbers, so that a message is one line and moves no cursor.
func printable(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: String(scalar)
    }
  }.joined()
}

/// A word as a shell takes it: `my site` → `'my site'`.
func shellWord(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    byte >= 0x80 || "/._-+,:@%".utf8.contains(byte)
      || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
  }
  if isPlain, !word.isEmpty, !word.hasPrefix("-") { return word }
  return "'" + word.replacing("'", with: "'\\''") + "'"
}
