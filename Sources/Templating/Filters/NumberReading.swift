/// Reads a whole number as Python's `int(text, base)`: `"1_000"`, `"0x1F"` with base 16 or 0.
func parsedInteger(_ text: String, base: Int) -> Int? {
  var digits = text[...]
  var sign = 1
  if let first = digits.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
    sign = first == UInt8(ascii: "-") ? -1 : 1
    digits = digits.dropFirst()
  }
  let prefixes = ["0x": 16, "0o": 8, "0b": 2]
  var radix = base
  if let prefixed = prefixes[digits.prefix(2).lowercased()], base == prefixed || base == 0 {
    radix = prefixed
    digits = digits.dropFirst(2)
    if digits.hasPrefix("_") { digits = digits.dropFirst() }
  }
  guard (2...36).contains(radix), isDigitGroup(digits) else { return nil }
  guard let value = Int(digits.filter { $0 != "_" }, radix: radix) else { return nil }
  return sign * value
}

/// Whether underscores stand between digits only.
private func isDigitGroup(_ digits: Substring) -> Bool {
  !digits.isEmpty && !digits.hasPrefix("_") && !digits.hasSuffix("_") && !digits.contains("__")
    && !digits.hasPrefix("-") && !digits.hasPrefix("+")
}

/// Reads a number as Python's `float(text)`.
func parsedNumber(_ text: String) -> Double? {
  let lowered = text.lowercased()
  if lowered.hasPrefix("0x") || lowered.hasPrefix("-0x") || lowered.hasPrefix("+0x") { return nil }
  if text.contains("_") {
    guard !text.contains("__"), !text.hasPrefix("_"), !text.hasSuffix("_") else { return nil }
    return Double(text.filter { $0 != "_" })
  }
  if lowered == "infinity" || lowered == "+infinity" { return .infinity }
  if lowered == "-infinity" { return -.infinity }
  if lowered.contains("(") { return nil }
  return Double(text)
}
