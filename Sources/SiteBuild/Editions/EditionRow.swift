package import Measures

/// One published measurement as an edition keeps it.
///
/// The metric stays a text: later versions may measure other things, and what was published stays.
package struct EditionRow: Sendable, Equatable {
  package let community: String
  package let metric: String
  package let period: Period
  package let segment: String
  package let unit: Unit
  /// nil where nothing was shown; ``note`` then says why.
  package let estimate: Estimate?
  /// `suppressed`, `nothing to measure` and the like, as in the measurement table; empty beside a
  /// number.
  package let note: String

  package init(
    community: String, metric: String, period: Period, segment: String, unit: Unit,
    estimate: Estimate?, note: String
  ) {
    self.community = community
    self.metric = metric
    self.period = period
    self.segment = segment
    self.unit = unit
    self.estimate = estimate
    self.note = note
  }

  init(_ row: Measurement) {
    self.init(
      community: row.community, metric: row.metric.description, period: row.period,
      segment: row.segment.description, unit: row.unit, estimate: row.result.value,
      note: row.result.note)
  }

  /// The row without its number.
  init(withholding row: Measurement) {
    self.init(
      community: row.community, metric: row.metric.description, period: row.period,
      segment: row.segment.description, unit: row.unit, estimate: nil,
      note: Published<Estimate>.suppressed.note)
  }
}

extension EditionRow: Comparable {
  package static func < (left: EditionRow, right: EditionRow) -> Bool {
    if left.community != right.community {
      return left.community.utf8.lexicographicallyPrecedes(right.community.utf8)
    }
    if left.metric != right.metric {
      return left.metric.utf8.lexicographicallyPrecedes(right.metric.utf8)
    }
    if left.period != right.period { return left.period < right.period }
    return left.segment.utf8.lexicographicallyPrecedes(right.segment.utf8)
  }
}
