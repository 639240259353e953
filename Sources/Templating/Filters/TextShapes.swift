/// `"fOO bar"` → `"Foo bar"`
func capitalized(_ text: String) -> String {
  guard let first = text.unicodeScalars.first else { return "" }
  return first.properties.titlecaseMapping
    + String(text.unicodeScalars.dropFirst()).lowercased()
}

/// Every word begins large: words are parted by `-`, blanks and opening brackets.
func titled(_ text: String) -> String {
  var result = ""
  var word = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace || "-({[<".unicodeScalars.contains(scalar) {
      result += uppercasedFirst(word)
      word = String.UnicodeScalarView()
      result.unicodeScalars.append(scalar)
    } else {
      word.append(scalar)
    }
  }
  return result + uppercasedFirst(word)
}

private func uppercasedFirst(_ word: String.UnicodeScalarView) -> String {
  guard let first = word.first else { return "" }
  return String(first).uppercased() + String(word.dropFirst()).lowercased()
}

/// Lines without their ends, as Python's `str.splitlines`.
func splitLines(_ text: String) -> [String] {
  var lines: [String] = []
  var line = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    if isLineEnd(scalar) {
      if !(scalar == "\n" && previous == "\r") { lines.append(String(line)) }
      line = String.UnicodeScalarView()
    } else {
      line.append(scalar)
    }
    previous = scalar
  }
  if !line.isEmpty { lines.append(String(line)) }
  return lines
}

private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 10...13, 28...30, 0x85, 0x2028, 0x2029: true
  default: false
  }
}
