/// A length in the drawing with at most one decimal, the same in every locale:
/// `coordinate(12.34)` → `"12.3"`, `coordinate(-0.01)` → `"0"`.
func coordinate(_ value: Double) -> String {
  let tenths = Int((max(-1e9, min(1e9, value)) * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

/// A place in a drawing, in user units from the upper left corner.
struct Place: Hashable {
  var x: Double
  var y: Double

  /// `12.3,40`
  var text: String { "\(coordinate(x)),\(coordinate(y))" }
}

/// Where on the pixel grid a hairline is sharp: `crisp(12.3)` → `12.5`.
func crisp(_ value: Double) -> Double { value.rounded(.down) + 0.5 }
