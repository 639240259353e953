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
/// site with all of its snapshots, which is public beside the edition. Nothing is written.
package func sealEdition(
  _ input: SiteInput, on day: CalendarDay, _ settings: BuildSettings, newest: MeasurementTable
) -> EditionSealing {
  let result = buildSite(input, settings)
  if let plan = result.plan, plan.communities.isEmpty {
    // Whatever else is wrong, such as a link to a community, follows from this.
    return EditionSealing(edition: nil, diagnostics: [nothingKnown(on: day)])
  }
  guard let plan = result.plan, !result.diagnostics.hasErrors else {
    return EditionSealing(edition: nil, diagnostics: result.diagnostics)
  }
  let edition = Edition(
    day: day,
    communities: plan.communities.map {
      EditionCommunity(slug: $0.slug, knownUntil: $0.knownUntil)
    },
    rows: keptRows(of: plan.table, on: day, beside: newest),
    addresses: result.files.map(\.path).filter(isLasting), sources: result.history?.sources ?? [:])
  return EditionSealing(edition: edition, diagnostics: result.diagnostics)
}

/// What others may link to: not the stylesheets, and not what hosts are told.
private func isLasting(_ path: SitePath) -> Bool {
  path != SiteRoutes.stylesheet && path != SiteRoutes.searchStylesheet
    && !HostFiles.paths.contains(path)
}

private func nothingKnown(on day: CalendarDay) -> Diagnostic {
  Diagnostic(
    EditionCodes.nothingKnown, "no community was known on \(day)",
    fix: "seal the day of a snapshot or a later one")
}
