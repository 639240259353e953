#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Workspace {
  func rounded(
    _ value: Value, _ precision: Value, _ method: Value
  ) throws(Fault) -> Value {
    let places = precision.wholeNumber ?? 0
    guard places.magnitude <= 300 else { throw Fault("`round` to \(places) places") }
    let name = method.string
    if let whole = value.wholeNumber, name == "common" {
      if places >= 0 { return Value(whole) }
      guard let rounded = roundHalfEven(whole, zeros: -places) else {
        throw Fault("the result is too large for a whole number")
      }
      return Value(rounded)
    }
    let number = try number(value, for: .round)
    switch name {
    case "common": return Value(roundHalfEven(number, places: places))
    case "ceil", "floor":
      let scale = pow(10, Double(places))
      let scaled = (number * scale).rounded(name == "ceil" ? .up : .down)
      return Value(scaled / scale)
    default:
      throw Fault("`round` has no method `\(name)`", fix: "use common, ceil or floor")
    }
  }
}

/// Rounds to decimal places, halves to the even digit, as exactly as the binary number allows.
///
/// `roundHalfEven(2.5, places: 0)` → 2, `roundHalfEven(21.3, places: -1)` → 20.
func roundHalfEven(_ value: Double, places: Int) -> Double {
  guard value.isFinite, places <= 22 else { return value }
  if places >= 0 { return Double(fixed(value, places: places)) ?? value }
  let scale = pow(10, Double(-places))
  return (value / scale).rounded(.toNearestOrEven) * scale
}

/// Rounds to tens, hundreds and so on, halves to the even one; nil beyond 64 bits.
///
/// `roundHalfEven(25, zeros: 1)` → 20, `roundHalfEven(-151, zeros: 2)` → −200.
func roundHalfEven(_ value: Int, zeros: Int) -> Int? {
  // Half of 10^19 is the only border that a whole number of 64 bits can reach beyond 10^18.
  if zeros > 18 { return zeros == 19 && value.magnitude > 5_000_000_000_000_000_000 ? nil : 0 }
  let scale = (0..<zeros).reduce(1) { product, _ in product * 10 }
  let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
  let twice = rest.magnitude * 2
  let isAway = twice > scale.magnitude || (twice == scale.magnitude && whole % 2 != 0)
  let (result, overflow) = (whole + (isAway ? value.signum() : 0))
    .multipliedReportingOverflow(by: scale)
  return overflow ? nil : result
}

/// The number with so many decimals, as C's `%.*f` writes it.
func fixed(_ value: Double, places: Int) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
    let length = withVaList([Int32(places), value]) {
      vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0)
    }
    let count = min(Int(length), buffer.count - 1)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
