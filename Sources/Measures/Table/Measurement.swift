/// One row of the measurement table: what one metric says about one period and segment.
package struct Measurement: Sendable, Equatable {
  package let community: String
  package let metric: MetricName
  package let period: Period
  package let segment: Segment
  package let unit: Unit
  package let result: Published<Estimate>
  /// Whether the period ends after the snapshot does, so that its counts will still grow.
  package let isUnfinished: Bool

  init(
    community: String, metric: MetricName, place: Place, unit: Unit, result: Published<Estimate>
  ) {
    self.community = community
    self.metric = metric
    period = place.period
    segment = place.segment
    isUnfinished = place.isUnfinished
    self.unit = unit
    self.result = result
  }

  package var value: Double? { result.value?.value }

  /// The table's last column: why there is no value, then `unfinished`, joined by `; `.
  package var note: String {
    let parts = [result.note, isUnfinished ? "unfinished" : ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Where in the table of one metric a number stands.
  struct Place: Sendable, Equatable {
    var period: Period
    var segment: Segment
    var isUnfinished: Bool
  }
}

/// A number with what tells how sure it is.
package struct Estimate: Sendable, Equatable {
  /// In the row's unit.
  package var value: Double
  /// How many items, threads or people the number rests on; nil for a plain count.
  package var n: Int?
  /// The ends of the 95 % interval; nil where there is none or where it is open.
  package var low: Double?
  package var high: Double?

  package init(_ value: Double, n: Int? = nil, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.n = n
    self.low = low
    self.high = high
  }

  init(_ count: Int) {
    self.init(Double(count))
  }
}
