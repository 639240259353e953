/// Moves places apart until neighbours are at least `gap` from each other, each pair equally, within
/// two ends; the order is kept.
///
/// `spread([10, 12], gap: 17, within: 0...100)` → `[2.5, 19.5]`. Where the ends are too close for
/// all, they stand evenly and closer than `gap`.
func spread(_ places: [Double], gap: Double, within ends: ClosedRange<Double>) -> [Double] {
  guard places.count > 1 else {
    return places.map { min(max($0, ends.lowerBound), ends.upperBound) }
  }
  let room = (ends.upperBound - ends.lowerBound) / Double(places.count - 1)
  let gap = min(gap, room)
  let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  // Taking k gaps off the k-th place turns "at least a gap apart" into "never descending".
  let reduced = order.enumerated().map { places[$1] - Double($0) * gap }
  let upper = ends.upperBound - gap * Double(places.count - 1)
  var result = places
  for (rank, level) in neverDescending(reduced).enumerated() {
    let held = min(max(level, ends.lowerBound), max(upper, ends.lowerBound))
    result[order[rank]] = held + Double(rank) * gap
  }
  return result
}

/// The nearest sequence, in least squares, that never descends: neighbours that do are pooled and
/// take their mean (Ayer et al., 1955).
private func neverDescending(_ values: [Double]) -> [Double] {
  var pools: [(sum: Double, count: Int)] = []
  for value in values {
    var pool = (sum: value, count: 1)
    while let previous = pools.last,
      previous.sum / Double(previous.count) > pool.sum / Double(pool.count)
    {
      pool = (previous.sum + pool.sum, previous.count + pool.count)
      pools.removeLast()
    }
    pools.append(pool)
  }
  return pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
}
