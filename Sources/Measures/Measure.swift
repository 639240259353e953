package import CommunityData

/// Measures a community by every metric there is and hides what may not be shown.
package func measure(_ community: Community, _ settings: MeasureSettings) -> MeasurementTable {
  let frame = Frame(community, settings)
  let findings = Metrics.all.flatMap { $0.findings(in: frame) }
  return MeasurementTable(sorted: publish(findings, of: community, settings))
}
