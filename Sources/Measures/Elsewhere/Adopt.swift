internal import Basics
internal import CommunityData

/// Audits what another engine measured, and hides what may not be shown: as of the items themselves.
func adopted(
  _ numbers: MeasuredNumbers, _ community: Community, _ settings: MeasureSettings
) -> (table: MeasurementTable, diagnostics: [Diagnostic]) {
  guard let measured = community.manifest.measured else {
    return (MeasurementTable(sorted: []), [])
  }
  do throws(MeasuredFault) {
    var told = settings
    told.inputs = try MeasureInputs(json: numbers.inputs)
    let table = try MeasuredTable(community, numbers, by: measured, told)
    var findings: [Findings] = []
    for metric in Metrics.all { findings.append(try metric.findings(in: table)) }
    if let period = findings.contradiction { throw .contradiction(period) }
    let (shown, errors) = published(findings, table.context)
    let changed = settings.inputs.changes(since: told.inputs)
    let notes =
      changed.map { inputsChanged($0, community.slug) }
      + (measured.unlisted > 0 ? [unlisted(measured.unlisted, community.slug)] : [])
    return (shown, errors + notes)
  } catch {
    return (MeasurementTable(sorted: []), [error.diagnostic(of: community.slug)])
  }
}

extension [Findings] {
  /// A period whose counts of people cannot all be true; nil where they can. Of items no such counts are
  /// made, and the audit takes it for granted.
  fileprivate var contradiction: Period? {
    let people = people
    if let negative = people.filter({ $0.value < 0 }).map(\.key.period).min() { return negative }
    let relations = lazy.flatMap(\.relations)
    if let broken = relations.first(where: { !$0.holds(for: people) }) {
      return broken.terms.first?.cell.period
    }
    return lazy.flatMap(\.timelines).compactMap(\.falling).first
  }
}

extension Timeline {
  /// A period in which the running total falls, as that of people does not.
  fileprivate var falling: Period? {
    let later = totals.indices.dropFirst()
    guard let moment = later.first(where: { totals[$0] < totals[$0 - 1] }) else { return nil }
    return spans.first { $0.from < moment && moment <= $0.to }?.cell.period ?? .all
  }
}

private func unlisted(_ threads: Int, _ community: String) -> Diagnostic {
  Diagnostic(
    MeasuresCodes.unlisted,
    "\(threads) threads of `\(community)` wait beside those that its measured snapshot lists",
    severity: .note, fix: "raise --newest of the job where they should be listed, too")
}

private func inputsChanged(_ place: String, _ community: String) -> Diagnostic {
  Diagnostic(
    MeasuresCodes.inputsChanged,
    "`\(place)` says something else than when `\(community)` was measured elsewhere",
    severity: .warning, fix: "measure again for figures that follow it")
}
