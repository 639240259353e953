internal import Basics
internal import ChartSVG
internal import Measures
internal import Templating

/// Makes key figures of a community from the measurement table, all for one kind of period.
struct KeyFigureMaker: Sendable {
  let plan: SitePlan
  let community: PublishedCommunity
  let page: SitePath
  /// The kind of period, where it is not to be chosen by what the community tells.
  var kind: Period.Kind?

  private var wording: Wording { plan.wording }

  /// The last finished period of a length that shows people too.
  var period: Period? {
    if let kind { return finished("activity.items", kind).last?.period }
    let people = MetricName(.contributors).description
    let kind = try? plan.table.shortestShownPeriod(metric: people, community: community.slug)
    // A week or month of a small community says little; a quarter is long enough to compare.
    let steady = max(kind ?? .quarter, .quarter)
    return finished(people, steady).last?.period
  }

  /// What is counted, and for when: `Newcomers, Q2 2018`.
  func label(_ word: SiteWord) -> String { label(wording(word)) }

  func label(_ name: String) -> String {
    guard let period else { return name }
    let time = period.kind == .all ? wording(.wholeTimeSmall) : wording.inShort(period)
    return wording(.figureWhen, ["name": .text(name), "period": .text(time)])
  }

  /// One key figure; `name` is what is counted, in a few words.
  func figure(_ name: String, metric: String, segment: String = "all") -> KeyFigure? {
    guard let period else { return nil }
    let rows = finished(metric, period.kind, segment)
    guard let row = rows.last(where: { $0.period == period }) else { return nil }
    let before = rows.filter { $0.period < period }
    let usual = UsualRangeOfValues(before: before)
    return KeyFigure(
      label: name, value: wording.value(row),
      unit: row.result == .suppressed ? wording.tooFewToShow : nil,
      delta: before.last.flatMap { delta(from: $0, to: row, usual: usual) },
      spark: spark(name, before.suffix(11) + [row], usual: usual),
      note: note(row, usual: usual), definition: plan.definition(of: row.metric.id),
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

  /// The rows that a figure draws, oldest first, and what is usual before the last one.
  func course(
    _ metric: String, segment: String = "all"
  ) -> (rows: [Measurement], usual: UsualRangeOfValues?) {
    guard let period else { return ([], nil) }
    let rows = finished(metric, period.kind, segment).filter { $0.period <= period }
    let before = rows.filter { $0.period < period }
    return (rows.suffix(12), UsualRangeOfValues(before: before))
  }

  private func finished(
    _ metric: String, _ kind: Period.Kind, _ segment: String = "all"
  ) -> [Measurement] {
    let rows = try? plan.table.series(
      metric: metric, community: community.slug, period: kind, segment: segment)
    return (rows ?? []).filter(\.isWhole)
  }

  private func note(_ row: Measurement, usual: UsualRangeOfValues?) -> String {
    switch row.result {
    case .suppressed: return plan.withheldText(community)
    case .notMeasurable(let field):
      return wording(.sourceDoesNotTell, ["field": .text(wording.name(of: field))])
    case .undefined: return wording(.nothingWasMeasured)
    case .value(let estimate):
      let range = usual.map {
        rangeText(.usualRange, ($0.low, $0.high), of: estimate, row.unit, same: .usualValue)
      }
      return [parityText(estimate, row.metric.id), likelyText(estimate, row.unit), range]
        .compactMap(\.self).joined(separator: " ")
    }
  }

  /// How many times as long our own people take, since a ratio below one says nothing to most.
  private func parityText(_ estimate: Estimate, _ metric: MetricID) -> String? {
    guard metric == .responseParity, estimate.value > 0 else { return nil }
    let isSlower = estimate.value < 1
    let times = isSlower ? 1 / estimate.value : estimate.value
    return wording(
      isSlower ? .staffTookLonger : .staffWereFaster,
      ["times": .text(wording.numbers.text(times, places: 1))])
  }

  private func likelyText(_ estimate: Estimate, _ unit: Unit) -> String? {
    guard let low = estimate.low, let high = estimate.high else { return nil }
    return rangeText(.likelyBetween, (low, high), of: estimate, unit, same: .likelyAbout)
  }

  /// `Usual range 27 to 33.`; `Usually 0%.` where both ends read alike.
  private func rangeText(
    _ word: SiteWord, _ ends: (low: Double, high: Double), of estimate: Estimate, _ unit: Unit,
    same: SiteWord
  ) -> String {
    let low = wording.value(ends.low, in: unit, of: estimate.n)
    let high = wording.value(ends.high, in: unit, of: estimate.n)
    if low == high { return wording(same, ["value": .text(low)]) }
    return wording(word, ["low": .text(low), "high": .text(high)])
  }

  private func spark(
    _ name: String, _ rows: [Measurement], usual: UsualRangeOfValues?
  ) -> SafeHTML? {
    guard rows.count > 2, let last = rows.last else { return nil }
    let label = wording(
      last.period.kind.sparkWord,
      [
        "name": .text(name), "n": .count(rows.count),
        "period": .text(wording.inShort(last.period)),
      ])
    var line = Sparkline(
      label: label, unit: ChartUnit(last.unit),
      points: rows.compactMap { ChartPoint($0, wording) }, wording: wording)
    line.usualRange = usual.map { UsualRange(low: $0.low, high: $0.high) }
    return SafeHTML(trusted: draw(line))
  }

  private func delta(
    from old: Measurement, to new: Measurement, usual: UsualRangeOfValues?
  ) -> Delta? {
    guard let before = old.result.value, let now = new.result.value else { return nil }
    let change = now.value - before.value
    let since = MessageValue.text(wording.inShort(old.period))
    guard change != 0 else {
      return Delta(
        words: wording(.sameAs, ["period": since]), direction: .none, verdict: .open)
    }
    let size =
      new.unit == .share
      ? wording.points(abs(change), of: min(before.n ?? 0, now.n ?? 0))
      : wording.value(abs(change), in: new.unit)
    let comparison = comparative(new.unit, rises: change > 0)
    return Delta(
      words: wording(comparison, ["size": .text(size), "period": since]),
      direction: change > 0 ? .up : .down,
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

  private func comparative(_ unit: Unit, rises: Bool) -> SiteWord {
    switch unit {
    case .items, .people, .threads, .entries: rises ? .moreThan : .fewerThan
    case .seconds: rises ? .longerThan : .shorterThan
    case .share, .ratio, .score, .perWeek: rises ? .higherThan : .lowerThan
    }
  }
}

extension Period.Kind {
  /// How many steps a sparkline has, and up to when; never asked for the whole time.
  fileprivate var sparkWord: SiteWord {
    switch self {
    case .week: .sparkWeeks
    case .month: .sparkMonths
    case .quarter: .sparkQuarters
    case .year, .all: .sparkYears
    }
  }
}

/// The middle half of recent values: what is usual.
struct UsualRangeOfValues: Sendable, Equatable {
  var low: Double
  var high: Double

  /// Of the last 24 of some rows; nil where one of them is withheld, since those are the small ones and
  /// what is left would pass for usual though it is high.
  init?(before rows: [Measurement]) {
    let recent = rows.suffix(24)
    guard !recent.contains(where: { $0.result == .suppressed }) else { return nil }
    self.init(recent.compactMap(\.value))
  }

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
