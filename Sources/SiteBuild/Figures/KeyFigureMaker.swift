internal import Basics
internal import ChartSVG
internal import Measures
internal import Templating

/// Makes key figures of a community from the measurement table, all for one kind of period.
struct KeyFigureMaker: Sendable {
  let plan: SitePlan
  let community: PublishedCommunity
  let page: SitePath

  /// The last finished period of a length that shows people too.
  var period: Period? {
    let people = MetricName(.contributors).description
    let kind = try? plan.table.shortestShownPeriod(metric: people, community: community.slug)
    // A week or month of a small community says little; a quarter is long enough to compare.
    let steady = max(kind ?? .quarter, .quarter)
    return finished(people, steady).last?.period
  }

  /// One key figure; `name` is what is counted, in a few words.
  func figure(_ name: String, metric: String, segment: String = "all") -> KeyFigure? {
    guard let period else { return nil }
    let rows = finished(metric, period.kind, segment)
    guard let row = rows.last(where: { $0.period == period }) else { return nil }
    let before = rows.filter { $0.period < period }
    let usual = UsualRangeOfValues(before.suffix(24).compactMap(\.value))
    let definition = Metrics.metric(row.metric.id).definition
    return KeyFigure(
      label: name, value: ValueText.text(row), unit: nil,
      delta: before.last.flatMap { delta(from: $0, to: row, usual: usual) },
      spark: spark(name, before.suffix(11) + [row], usual: usual),
      note: note(row, usual: usual), definition: definition,
      method: SafeURL(from: page, to: SiteRoutes.metric(row.metric.id)))
  }

  /// The same, where there is a number; nil where the source or the period has none.
  func measured(_ name: String, metric: String, segment: String = "all") -> KeyFigure? {
    guard let period,
      finished(metric, period.kind, segment).contains(where: {
        $0.period == period && $0.value != nil
      })
    else { return nil }
    return figure(name, metric: metric, segment: segment)
  }

  private func finished(
    _ metric: String, _ kind: Period.Kind, _ segment: String = "all"
  ) -> [Measurement] {
    let rows = try? plan.table.series(
      metric: metric, community: community.slug, period: kind, segment: segment)
    return (rows ?? []).filter { !$0.isUnfinished }
  }

  private func note(_ row: Measurement, usual: UsualRangeOfValues?) -> String {
    switch row.result {
    case .suppressed: return plan.withheldText(community)
    case .notMeasurable(let field): return "The source does not tell \(field.rawValue)."
    case .undefined: return "There was nothing to measure."
    case .value(let estimate):
      let likely = likelyText(estimate, row.unit)
      guard let usual else { return likely ?? "" }
      let range =
        "Usual range \(ValueText.text(usual.low, in: row.unit, of: estimate.n)) to "
        + "\(ValueText.text(usual.high, in: row.unit, of: estimate.n))."
      return likely.map { "\($0) \(range)" } ?? range
    }
  }

  private func likelyText(_ estimate: Estimate, _ unit: Unit) -> String? {
    guard let low = estimate.low, let high = estimate.high else { return nil }
    return "Likely between \(ValueText.text(low, in: unit, of: estimate.n)) and "
      + "\(ValueText.text(high, in: unit, of: estimate.n))."
  }

  private func spark(
    _ name: String, _ rows: [Measurement], usual: UsualRangeOfValues?
  ) -> SafeHTML? {
    guard rows.count > 2, let last = rows.last else { return nil }
    var line = Sparkline(
      label: "\(name), \(rows.count) \(last.period.kind.name)s to \(last.period.inShort)",
      unit: ChartUnit(last.unit), points: rows.compactMap(ChartPoint.init))
    line.usualRange = usual.map { UsualRange(low: $0.low, high: $0.high) }
    return SafeHTML(trusted: draw(line))
  }

  private func delta(
    from old: Measurement, to new: Measurement, usual: UsualRangeOfValues?
  ) -> Delta? {
    guard let before = old.result.value, let now = new.result.value else { return nil }
    let change = now.value - before.value
    let since = old.period.inShort
    guard change != 0 else {
      return Delta(words: "the same as \(since)", direction: .none, verdict: .open)
    }
    let size = ValueText.text(abs(change), in: new.unit, of: 1000)
    let comparison = comparative(new.unit, rises: change > 0)
    return Delta(
      words: "\(size) \(comparison) than \(since)", direction: change > 0 ? .up : .down,
      verdict: verdict(change, from: before, to: now, metric: new.metric, usual: usual))
  }

  /// Better or worse only with a declared direction and beyond chance: the intervals are apart, or,
  /// where there are none, the value lies outside the usual range.
  private func verdict(
    _ change: Double, from before: Estimate, to now: Estimate, metric: MetricName,
    usual: UsualRangeOfValues?
  ) -> Delta.Verdict {
    guard let good = plan.part(metric).better else { return .open }
    let isBeyondChance: Bool
    if let a = before.low, let b = before.high, let c = now.low, let d = now.high {
      isBeyondChance = b < c || d < a
    } else {
      isBeyondChance = usual.map { now.value < $0.low || now.value > $0.high } ?? false
    }
    guard isBeyondChance else { return .open }
    return (change > 0) == (good == .up) ? .better : .worse
  }

  private func comparative(_ unit: Unit, rises: Bool) -> String {
    switch unit {
    case .items, .people, .threads: rises ? "more" : "fewer"
    case .seconds: rises ? "longer" : "shorter"
    case .share, .ratio, .score: rises ? "higher" : "lower"
    }
  }
}

/// The middle half of recent values: what is usual.
struct UsualRangeOfValues: Sendable, Equatable {
  var low: Double
  var high: Double

  /// nil with fewer than eight values, from which no range can be told.
  init?(_ values: [Double]) {
    guard values.count >= 8 else { return nil }
    let sorted = values.sorted()
    low = UsualRangeOfValues.quantile(0.25, of: sorted)
    high = UsualRangeOfValues.quantile(0.75, of: sorted)
  }

  /// Type 7 (R, NumPy): linear between the two order statistics around (n − 1)·q.
  private static func quantile(_ q: Double, of sorted: [Double]) -> Double {
    let position = Double(sorted.count - 1) * q
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
  }
}
