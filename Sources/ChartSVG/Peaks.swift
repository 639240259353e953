/// The places of the values that stand out: local maxima whose prominence (the height over the
/// higher of the two saddles to anything higher) is at least a share of the whole span.
///
/// `peaks([1, 5, 2, 9, 1], least: 0.4)` → `[1, 3]` would need 5 to rise 3.2 over its saddle 2: `[3]`.
/// The ends are no peaks: one of their sides is unknown.
func peaks(_ values: [Double], least share: Double) -> [Int] {
  guard let low = values.min(), let high = values.max(), high > low, values.count > 2 else {
    return []
  }
  return (1..<(values.count - 1)).filter { index in
    let value = values[index]
    // Of a plateau, the first place is the peak.
    guard value > values[index - 1], value >= values[index + 1] else { return false }
    let before = saddle(values[..<index].reversed(), below: value)
    let after = saddle(Array(values[(index + 1)...]), below: value)
    return value - max(before, after) >= share * (high - low)
  }
}

/// The lowest value on the way to something higher, or to the end.
private func saddle(_ way: [Double], below value: Double) -> Double {
  var lowest = value
  for next in way {
    if next > value { break }
    lowest = min(lowest, next)
  }
  return lowest
}
