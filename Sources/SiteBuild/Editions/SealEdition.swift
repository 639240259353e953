package import Basics
internal import Measures

/// What sealing made: an edition where the site builds, and everything that was found.
package struct EditionSealing: Sendable {
  package var edition: Edition?
  package var diagnostics: [Diagnostic]
}

/// Builds a site as it was known on a day and keeps what an edition keeps of it.
///
/// `input` must have been read up to that day: `readSite(_, upTo: day)`. Nothing is written.
package func sealEdition(
  _ input: SiteInput, on day: CalendarDay, _ settings: BuildSettings
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
    rows: plan.table.rows.filter { isKept($0, on: day) }.map { EditionRow($0) },
    addresses: result.files.map(\.path).filter { $0 != SiteRoutes.stylesheet })
  return EditionSealing(edition: edition, diagnostics: result.diagnostics)
}

/// Whole communities by year, quarter and whole time, and the last 24 months: what editions are
/// compared by, in files small enough to keep for ever. Segments are in the data files of the site.
private func isKept(_ row: Measurement, on day: CalendarDay) -> Bool {
  guard row.segment == .all else { return false }
  switch row.period.kind {
  case .week: return false
  case .month: return monthCount(Period(.month, containing: day)) - monthCount(row.period) < 24
  case .quarter, .year, .all: return true
  }
}

private func monthCount(_ month: Period) -> Int { month.year * 12 + month.number }
