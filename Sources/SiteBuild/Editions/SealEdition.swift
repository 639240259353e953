package import Basics
package import Measures

/// What sealing made: an edition where the site builds, and everything that was found.
package struct EditionSealing: Sendable {
  package var edition: Edition?
  package var diagnostics: [Diagnostic]
}

/// Builds a site as it was known on a day and keeps what an edition keeps of it.
///
/// `input` must have been read up to that day: `readSite(_, upTo: day)`; `newest` is the table of the
/// site with all of its snapshots. What it withholds the edition withholds too, for the two are public
/// side by side, and one must not give away what the other protects. Nothing is written.
package func sealEdition(
  _ input: SiteInput, on day: CalendarDay, _ settings: BuildSettings, newest: MeasurementTable
) -> EditionSealing {
  let result = buildSite(input, settings)
  guard let plan = result.plan, !result.diagnostics.hasErrors else {
    return EditionSealing(edition: nil, diagnostics: result.diagnostics)
  }
  guard !plan.communities.isEmpty else {
    let nothing = Diagnostic(
      EditionCodes.nothingKnown, "no community was known on \(day)",
      fix: "seal the day of a snapshot or a later one")
    return EditionSealing(edition: nil, diagnostics: result.diagnostics + [nothing])
  }
  let edition = Edition(
    day: day,
    communities: plan.communities.map {
      EditionCommunity(slug: $0.slug, knownUntil: $0.knownUntil)
    },
    rows: withholding(
      suppressed(in: newest), from: plan.table.rows.filter { isKept($0, on: day) }),
    addresses: result.files.map(\.path).filter { $0 != SiteRoutes.stylesheet })
  return EditionSealing(edition: edition, diagnostics: result.diagnostics)
}

/// Whole communities by year, quarter and whole time, and the last 24 months: what editions are
/// compared by, in files small enough to keep for ever. Segments are in the data files of the site.
///
/// Of people only finished periods: two counts that end on two days give a third by subtraction,
/// about a stretch of time that no threshold was ever held against.
private func isKept(_ row: Measurement, on day: CalendarDay) -> Bool {
  guard row.segment == .all, !row.isUnfinished else { return false }
  switch row.period.kind {
  case .week: return false
  case .month: return monthCount(Period(.month, containing: day)) - monthCount(row.period) < 24
  case .quarter, .year: return true
  case .all: return !Metrics.metric(row.metric.id).isAboutPeople
  }
}

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

private func suppressed(in table: MeasurementTable) -> Set<Cell> {
  Set(
    table.rows.lazy.filter { $0.segment == .all && $0.result == .suppressed }.map { Cell($0) })
}

private func withholding(_ hidden: Set<Cell>, from rows: [Measurement]) -> [EditionRow] {
  rows.map { hidden.contains(Cell($0)) ? EditionRow(withholding: $0) : EditionRow($0) }
}

private func monthCount(_ month: Period) -> Int { month.year * 12 + month.number }
