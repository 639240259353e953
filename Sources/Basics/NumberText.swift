/// U+00A0: keeps a number and its unit on one line.
package let noBreakSpace = "\u{A0}"

/// A whole number as readers see it: `numberText(-1284)` → `"−1,284"` (U+2212, comma every three).
package func numberText(_ value: Int) -> String {
  let digits = Array(String(value.magnitude).utf8)
  var grouped: [UInt8] = []
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
    grouped.append(digit)
  }
  return (value < 0 ? "\u{2212}" : "") + String(decoding: grouped, as: UTF8.self)
}

/// A number with a fixed count of decimals, rounded half away from zero:
/// `decimalText(5.94, places: 1)` → `"5.9"`; `nan` and infinities read "not a number".
///
/// The value must be smaller than 10^12 and `places` at most 6; larger ones keep no decimals.
package func decimalText(_ value: Double, places: Int) -> String {
  guard value.isFinite else { return "not a number" }
  guard abs(value) < 1e12, places > 0, places <= 6 else {
    return numberText(Int(max(-9e18, min(9e18, value.rounded()))))
  }
  let scale = (0..<places).reduce(1) { product, _ in product * 10 }
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
  return sign + numberText(scaled / scale) + "." + padded(scaled % scale, places)
}

/// A share of n as a percentage: `percentText(0.714, of: 164)` → `"71%"`; one decimal only where n
/// is above 1,000, below 20 the parts themselves: `"11 of 14"`.
package func percentText(_ share: Double, of n: Int) -> String {
  if n < 20 {
    return "\(numberText(Int((share * Double(n)).rounded()))) of \(numberText(n))"
  }
  return decimalText(share * 100, places: n > 1000 ? 1 : 0) + "%"
}
