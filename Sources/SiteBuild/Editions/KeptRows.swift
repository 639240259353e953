internal import Basics
internal import Measures

/// The rows that an edition keeps of a table, without what would give away what the newest table of
/// the site protects.
func keptRows(
  of table: MeasurementTable, on day: CalendarDay, beside newest: MeasurementTable
) -> [EditionRow] {
  let shown = Dictionary(
    newest.rows.lazy.filter { $0.segment == .all }.map { (Cell($0), $0) },
    uniquingKeysWith: { first, _ in first })
  return table.rows.filter { isKept($0, on: day) }.map { row in
    givesAway(row, beside: shown[Cell(row)]) ? EditionRow(withholding: row) : EditionRow(row)
  }
}

/// Whether a row tells what the newest row of the same cell protects: its number, or, of people, the few
/// that make the difference between the two, be it only in how many a share is taken of.
private func givesAway(_ row: Measurement, beside newest: Measurement?) -> Bool {
  guard let newest else { return false }
  if newest.result == .suppressed { return true }
  return Metrics.metric(row.metric.id).isAboutPeople && row.result.value != newest.result.value
}

/// Whole communities by year, quarter and whole time, and the last 24 months: what editions are
/// compared by, in files small enough to keep for ever. Segments are in the data files of the site.
///
/// Of people only finished periods: two counts that end on two days give a third by subtraction,
/// about a stretch of time that no threshold was ever held against.
private func isKept(_ row: Measurement, on day: CalendarDay) -> Bool {
  guard row.segment == .all, !row.cutOff.contains(.end) else { return false }
  switch row.period.kind {
  case .week: return false
  case .month: return monthCount(Period(.month, containing: day)) - monthCount(row.period) < 24
  case .quarter, .year: return true
  case .all: return !Metrics.metric(row.metric.id).isAboutPeople
  }
}

/// What a row is about, whoever measured it when.
private struct Cell: Hashable {
  var community: String
  var metric: MetricName
  var period: Period

  init(_ row: Measurement) {
    community = row.community
    metric = row.metric
    period = row.period
  }
}

private func monthCount(_ month: Period) -> Int { month.year * 12 + month.number }
