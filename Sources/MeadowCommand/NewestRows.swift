internal import Basics
package import Measures

/// What of a measurement table somebody at a terminal can read: of each metric the newest periods of
/// each kind, for everybody together. Where there is no everybody, for each group.
package struct NewestRows: Sendable {
  /// Periods of one kind.
  private static let most = 3

  package let table: MeasurementTable
  /// How many rows are left out.
  package let others: Int

  package init(of table: MeasurementTable) {
    let byMetric = Dictionary(grouping: table.rows) { MetricOf(row: $0) }
    let shown = byMetric.mapValues { rows in
      let ofAll = rows.filter { $0.segment == .all }
      let wanted = ofAll.isEmpty ? rows : ofAll
      let byKind = Dictionary(grouping: wanted.map(\.period), by: \.kind)
      let newest = byKind.values.flatMap { Set($0).sorted().suffix(NewestRows.most) }
      return (periods: Set(newest), onlyAll: !ofAll.isEmpty)
    }
    self.table = table.selection { row in
      guard let wanted = shown[MetricOf(row: row)] else { return false }
      return wanted.periods.contains(row.period) && (!wanted.onlyAll || row.segment == .all)
    }
    others = table.rows.count - self.table.rows.count
  }

  /// `2,459 more rows: --as csv, or --period, --segment`
  package var words: String {
    "\(numberText(others)) more \(others == 1 ? "row" : "rows"): --as csv, or --period, --segment"
  }

  private struct MetricOf: Hashable {
    let community: String
    let metric: String

    init(row: Measurement) {
      community = row.community
      metric = row.metric.description
    }
  }
}
