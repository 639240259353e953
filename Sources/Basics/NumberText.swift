/// A whole number in English: `numberText(-1284)` → `"−1,284"` (U+2212, comma every three).
package func numberText(_ value: Int) -> String { TextFormats.english.numbers.text(value) }

/// `1 error`, `3,204 records`: a number with the English word for what was counted.
package func countText(_ count: Int, _ one: String) -> String {
  "\(numberText(count)) \(count == 1 ? one : one + "s")"
}

/// A number in English with a fixed count of decimals: `decimalText(5.94, places: 1)` → `"5.9"`;
/// `nan` and infinities read "not a number".
package func decimalText(_ value: Double, places: Int) -> String {
  TextFormats.english.numbers.text(value, places: places)
}

/// A share of n in English: `percentText(0.714, of: 164)` → `"71%"`; below 20 `"11 of 14"`.
package func percentText(_ share: Double, of n: Int) -> String {
  TextFormats.english.numbers.share(share, of: n)
}
