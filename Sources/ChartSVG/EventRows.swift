internal import Basics

/// An event with the place of its disc in the lane under the axis.
struct PlacedEvent: Hashable {
  var event: ChartEvent
  /// Where the day is on the time axis.
  var day: Double
  /// Where the disc is: as near to the day as its neighbours allow.
  var disc: Double
  var row: Int
  /// Of the disc, in px.
  var radius: Double
}

/// Puts the discs of the events in rows, pushed sideways until they stand 3 px apart.
func eventRows(_ events: [ChartEvent], on time: TimeScale, variant: Variant) -> [PlacedEvent] {
  let shown = events.filter { time.covers($0.day) }
    .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
  // A number of three digits would not fit the usual disc.
  let radius = shown.contains { $0.number > 99 } ? 14 : 9.5
  let spacing = 2 * radius + 3
  let ends = radius...(variant.width - radius - 1)
  let capacity = Int((ends.upperBound - ends.lowerBound) / spacing) + 1
  let rows = (shown.count + capacity - 1) / capacity
  return (0..<rows).flatMap { row in
    let members = shown.indices.filter { $0 % rows == row }.map { shown[$0] }
    let days = members.map { time.position(of: $0.day) }
    let discs = spread(days, gap: spacing, within: ends)
    return members.indices.map {
      PlacedEvent(
        event: members[$0], day: days[$0], disc: discs[$0], row: row,
        radius: radius)
    }
  }
}
