/// From values to places along one direction of a drawing, with the values the axis names.
struct LinearScale: Hashable {
  /// Ascending; the first and last are the ends of the axis.
  let ticks: [Double]
  /// Where the lowest value stands, in px.
  let start: Double
  /// Where the highest value stands, in px.
  let end: Double

  func position(of value: Double) -> Double {
    guard let low = ticks.first, let high = ticks.last, high > low else { return start }
    return start + (value - low) / (high - low) * (end - start)
  }

  var step: Double { ticks.count > 1 ? ticks[1] - ticks[0] : 1 }
}

/// The values an axis names, ends included: at most five steps, of a size people count in.
///
/// `axisTicks(0...77, unit: .count(noun: "posts"))` → `[0, 20, 40, 60, 80]`
func axisTicks(_ values: ClosedRange<Double>, unit: ChartUnit) -> [Double] {
  let low = values.lowerBound
  let high = values.upperBound > low ? values.upperBound : low + unit.smallestStep
  var step = unit.step(covering: high - low)
  // Where the ends are rounded outward to whole steps, a sixth may be needed.
  while (high / step - 1e-9).rounded(.up) - (low / step + 1e-9).rounded(.down) > 5 {
    step = unit.step(covering: step * 5.5)
  }
  let first = Int((low / step + 1e-9).rounded(.down))
  let last = max(Int((high / step - 1e-9).rounded(.up)), first + 1)
  return (first...last).map { Double($0) * step }
}
