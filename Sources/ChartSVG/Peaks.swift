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
    let before = saddle(stride(from: index - 1, through: 0, by: -1), values, below: value)
    let after = saddle(stride(from: index + 1, to: values.count, by: 1), values, below: value)
    return value - max(before, after) >= share * (high - low)
  }
}

/// The lowest value on the way to something higher, or to the end.
private func saddle(_ way: some Sequence<Int>, _ values: [Double], below value: Double) -> Double {
  var lowest = value
  for index in way {
    if values[index] > value { break }
    lowest = min(lowest, values[index])
  }
  return lowest
}
