internal import Basics

extension MeasurementTable {
  /// The row an author asks for: `value(metric: "contributors", community: "history-meta",
  /// period: "2018-Q2", segment: "all")`.
  ///
  /// Where the whole metric, or the segment, is not measurable from the source, every period says so.
  package func value(
    metric: String, community: String, period: String, segment: String
  ) throws(MeasureError) -> Measurement {
    let rows = try rows(metric: metric, community: community, segment: segment)
    guard let wanted = Period(period) else { throw unknownPeriod(period, among: rows) }
    if let row = rows.first(where: { $0.period == wanted }) { return row }
    if let row = rows.first, case .notMeasurable = row.result { return row }
    throw unknownPeriod(period, among: rows)
  }

  /// The rows of one metric, segment and kind of period, oldest first.
  ///
  /// Where it is not measurable from the source, the one row that says so.
  package func series(
    metric: String, community: String, period kind: Period.Kind, segment: String = "all"
  ) throws(MeasureError) -> [Measurement] {
    let rows = try rows(metric: metric, community: community, segment: segment)
    if let row = rows.first, case .notMeasurable = row.result { return [row] }
    return rows.filter { $0.period.kind == kind }
  }

  /// The shortest kind of period in which at least four cells in five may be shown; `all` when there
  /// is none, so that a small community gets a curve and not a row of `[c]`.
  package func shortestShownPeriod(
    metric: String, community: String, segment: String = "all"
  ) throws(MeasureError) -> Period.Kind {
    for kind in Period.Kind.allCases {
      let cells = try series(metric: metric, community: community, period: kind, segment: segment)
      let hidden = cells.count { $0.result == .suppressed }
      if !cells.isEmpty, hidden * 5 <= cells.count { return kind }
    }
    return .all
  }

  /// The same for a course that is to be drawn, which needs a whole period with a number: where too
  /// many are hidden, or a young community has no whole year, what is left of the longest kind says
  /// more than one number of the whole window, which has no course.
  package func shortestDrawnPeriod(
    metric: String, community: String, segment: String = "all"
  ) throws(MeasureError) -> Period.Kind {
    let shortest = try shortestShownPeriod(
      metric: metric, community: community, segment: segment)
    for kind in [shortest, .year, .quarter, .month, .week] where kind != .all {
      let cells = try series(metric: metric, community: community, period: kind, segment: segment)
      if cells.contains(where: { $0.isWhole && $0.value != nil }) { return kind }
    }
    return shortest
  }

  /// All rows of one metric of one community, sorted by period and segment.
  package func rows(
    metric: String, community: String
  ) throws(MeasureError) -> ArraySlice<Measurement> {
    let name = try Metrics.name(metric)
    if let range = ranges[Key(community: community, metric: name)] { return rows[range] }
    if communities.contains(community) { throw .windowTooShort(name, community: community) }
    throw .unknownCommunity(community, suggestion: suggestion(for: community, among: communities))
  }

  /// At least one row. Where the whole metric is not measurable from the source, any segment says so.
  private func rows(
    metric: String, community: String, segment: String
  ) throws(MeasureError) -> [Measurement] {
    let rows = try rows(metric: metric, community: community)
    let ofSegment = rows.filter { $0.segment.description == segment }
    if !ofSegment.isEmpty { return ofSegment }
    if rows.count == 1, let row = rows.first, case .notMeasurable = row.result { return [row] }
    let segments = Set(rows.map(\.segment.description))
    throw .unknownSegment(segment, suggestion: suggestion(for: segment, among: segments))
  }

  func unknownPeriod(_ typed: String, among rows: [Measurement]) -> MeasureError {
    let kind = Period(typed)?.kind
    let known = rows.map(\.period).filter { $0.kind == kind }
    let range = known.first.flatMap { first in
      known.last.map { "it is measured from `\(first)` to `\($0)`" }
    }
    let kinds = Set(rows.map(\.period.kind)).sorted().map(\.name).joined(separator: ", ")
    let near = kind == nil ? suggestion(for: typed, among: rows.map(\.period.description)) : nil
    return .unknownPeriod(typed, suggestion: near, range: range ?? "it is measured by \(kinds)")
  }
}
