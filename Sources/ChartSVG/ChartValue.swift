internal import Basics

/// What is known at one place of a chart.
package enum ChartValue: Sendable, Hashable {
  /// A value in the unit of the chart, with the likely range where there is one.
  case number(Double, low: Double? = nil, high: Double? = nil)
  /// About too few people: drawn as a gap, printed as `[c]`, never described.
  case suppressed
  /// Not measured or not measurable, with the words that say why ("not collected before May").
  case missing(reason: String)

  /// The value where it is one that can be drawn; infinities and NaN are not.
  package var drawable: Double? {
    guard case .number(let value, _, _) = self, value.isFinite else { return nil }
    return value
  }

  /// The likely range, where both ends are known and in order.
  var interval: ClosedRange<Double>? {
    guard case .number(_, let low?, let high?) = self, low.isFinite, high.isFinite, low <= high
    else { return nil }
    return low...high
  }
}
