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
    // In halves, since the distance between two large numbers may be too large for a number.
    return start + (value / 2 - low / 2) / (high / 2 - low / 2) * (end - start)
  }

  var step: Double { ticks.count > 1 ? ticks[1] - ticks[0] : 1 }
}

/// The values an axis names, ends included: at most five steps, of a size people count in.
///
/// `axisTicks(0...77, unit: .count(noun: "posts"))` → `[0, 20, 40, 60, 80]`
func axisTicks(_ values: ClosedRange<Double>, unit: ChartUnit) -> [Double] {
  let low = values.lowerBound
  let high = values.upperBound > low ? values.upperBound : low + unit.smallestStep
  var step = unit.step(covering: axisSpan(low, high))
  // Where the ends are rounded outward to whole steps, a sixth may be needed.
  while (high / step - 1e-9).rounded(.up) - (low / step + 1e-9).rounded(.down) > 5 {
    let next = unit.step(covering: step * 5.5)
    step = next > step && next.isFinite ? next : step * 2
  }
  let first = (low / step + 1e-9).rounded(.down)
  let count = (high / step - 1e-9).rounded(.up) - first
  let most = Double.greatestFiniteMagnitude
  return (0...Int(max(1, min(5, count)))).map { index in
    max(-most, min(most, (first + Double(index)) * step))
  }
}

/// How much an axis covers: finite, and not so little that its steps would be lost in the size of
/// its values.
private func axisSpan(_ low: Double, _ high: Double) -> Double {
  let least = max(abs(low), abs(high)) * 1e-12
  return max(least, min(.greatestFiniteMagnitude, high - low))
}
