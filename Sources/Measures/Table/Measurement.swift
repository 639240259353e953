package import Basics

/// One row of the measurement table: what one metric says about one period and segment.
package struct Measurement: Sendable, Equatable {
  package let community: String
  package let metric: MetricName
  package let period: Period
  package let segment: Segment
  package let unit: Unit
  package let result: Published<Estimate>
  /// At which ends the data cut its period off.
  package let cutOff: CutOff

  init(
    community: String, metric: MetricName, place: Place, unit: Unit, result: Published<Estimate>
  ) {
    self.community = community
    self.metric = metric
    period = place.period
    segment = place.segment
    cutOff = place.cutOff
    self.unit = unit
    self.result = result
  }

  package var value: Double? { result.value?.value }

  /// Whether the number is of all days of its period.
  package var isWhole: Bool { cutOff.isEmpty }

  /// The table's last column: why there is no value, then `begun earlier` and `unfinished` where the
  /// data do not reach the period's ends, joined by `; `.
  package var note: String {
    let parts = [
      result.note, cutOff.contains(.start) ? "begun earlier" : "",
      cutOff.contains(.end) ? "unfinished" : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Where in the table of one metric a number stands.
  struct Place: Sendable, Equatable {
    var period: Period
    var segment: Segment
    var cutOff: CutOff
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
