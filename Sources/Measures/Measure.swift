internal import Basics
package import CommunityData

/// Measures a community by every metric there is and hides what may not be shown.
package func measure(_ community: Community, _ settings: MeasureSettings) -> MeasurementTable {
  measure(community, settings, keptIn: nil).table
}

/// The same, with an error where a hidden count can be worked out: then nothing may be published.
func audited(_ frame: Frame) -> (table: MeasurementTable, diagnostics: [Diagnostic]) {
  let metrics = Metrics.all
  // Those that take longest begin first, so that no core is left waiting for them.
  let ordered = metrics.filter(\.id.isSlow) + metrics.filter { !$0.id.isSlow }
  let measured = inParallel(ordered.count) { (ordered[$0].id, ordered[$0].findings(in: frame)) }
  let byMetric = Dictionary(uniqueKeysWithValues: measured)
  return published(metrics.map { byMetric[$0.id] ?? Findings() }, frame.context)
}

/// What may be shown of the findings of all metrics, in the order of their ids.
func published(
  _ findings: [Findings], _ context: MeasureContext
) -> (table: MeasurementTable, diagnostics: [Diagnostic]) {
  let metrics = Metrics.all
  let suppression = Suppression(findings, k: context.threshold)
  let hidden = suppression.hidden
  let rows = inParallel(metrics.count) { index in
    publish(findings[index].rows, of: metrics[index], in: context.community, hiding: hidden)
  }
  var sorted: [Measurement] = []
  sorted.reserveCapacity(rows.reduce(0) { $0 + $1.count })
  for rows in rows { sorted += rows }
  let table = MeasurementTable(sorted: sorted)
  // One is enough to stop, and the others are likely of the same cause.
  let errors = suppression.exposed.prefix(1).map { cell in
    MeasureError.exposedCount(cell.period, community: context.community).diagnostic()
  }
  return (table, errors)
}

extension MetricID {
  /// Whether it reads texts or sorts every wait.
  fileprivate var isSlow: Bool { self == .topics || self == .timeToFirstResponse }
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
