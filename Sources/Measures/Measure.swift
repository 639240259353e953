package import CommunityData

/// Measures a community by every metric there is and hides what may not be shown.
package func measure(_ community: Community, _ settings: MeasureSettings) -> MeasurementTable {
  let frame = Frame(community, settings)
  let metrics = Metrics.all
  let findings = inParallel(metrics.count) { metrics[$0].findings(in: frame) }
  let threshold = settings.threshold(for: community.manifest.scope)
  let hidden = Suppression(findings, k: threshold).hidden
  let rows = inParallel(metrics.count) { index in
    publish(findings[index].rows, of: metrics[index], in: community.slug, hiding: hidden)
  }
  return MeasurementTable(sorted: rows.flatMap { $0 })
}

/// The rows of one metric, sorted, without any number that rests on a hidden count.
private func publish(
  _ findings: [Finding], of metric: Metric, in community: String, hiding hidden: Set<PeopleCell>
) -> [Measurement] {
  metric.parts.sorted { $0.name < $1.name }.flatMap { part in
    findings.filter { $0.part == part.name }
      .sorted { ($0.place.period, $0.place.segment) < ($1.place.period, $1.place.segment) }
      .map { finding in
        Measurement(
          community: community, metric: MetricName(metric.id, part.name), place: finding.place,
          unit: part.unit, result: finding.published(hiding: hidden))
      }
  }
}

extension Finding {
  fileprivate func published(hiding hidden: Set<PeopleCell>) -> Published<Estimate> {
    if rests.contains(where: hidden.contains) { return .suppressed }
    return switch outcome {
    case .estimate(let estimate): .value(estimate)
    case .undefined(let reason): .undefined(reason)
    case .notMeasurable(let field): .notMeasurable(field)
    }
  }
}
