internal import Basics
internal import Measures

/// A headline figure that moved beyond chance from one edition to the next.
struct FigureMovement {
  let figure: HeadlineFigure
  private let before: Reading
  private let now: Reading
  /// What was usual before; nil where that is not known.
  private let range: UsualRangeOfValues?
  /// The usual range it came back into; nil when it did not.
  var usual: UsualRangeOfValues? {
    range.flatMap { range in
      range.holds(now.estimate.value) && !range.holds(before.estimate.value) ? range : nil
    }
  }

  private struct Reading {
    var row: EditionRow
    var estimate: Estimate
    /// The day of a stock; nil for what was counted over the row's period.
    var day: CalendarDay?

    /// `670 in 2017`, `12 on 31 August 2018`
    func words(_ wording: Wording) -> String {
      let value = MessageValue.text(wording.value(estimate, in: row.unit))
      if let day {
        return wording(
          .valueOnDay, ["value": value, "day": .text(wording.formats.longDate(day))])
      }
      return wording(
        .valueInPeriod, ["value": value, "period": .text(wording.within(row.period))])
    }
  }

  /// nil where it did not move beyond chance or cannot be compared.
  init?(
    _ figure: HeadlineFigure, of community: ComparedCommunity, from older: Edition,
    to newer: Edition
  ) {
    let old = older.series(figure, of: community)
    let new = newer.series(figure, of: community)
    guard
      let (before, now) = figure.isStock
        ? FigureMovement.stocks(old, new, older, newer)
        : FigureMovement.lastPeriods(old, new),
      [before, now].allSatisfy({ FigureMovement.mayShow($0, community) }),
      FigureMovement.isBeyondChance(before.estimate, now.estimate, in: now.row.unit)
    else { return nil }
    self.figure = figure
    self.before = before
    self.now = now
    let earlier = new.filter { $0.period.kind == now.row.period.kind && $0.period < now.row.period }
    let recent = earlier.suffix(24)
    // The small ones are withheld: the rest would tell of more than is usual.
    let tellsAll = !recent.contains { $0.note == Published<Estimate>.suppressed.note }
    range = tellsAll ? UsualRangeOfValues(recent.compactMap(\.estimate?.value)) : nil
  }

  /// `Posts and comments: 670 in 2017, 470 in 2016`
  func words(_ wording: Wording) -> String {
    var values: [String: MessageValue] = [
      "figure": .text(wording(figure.name)), "now": .text(now.words(wording)),
      "before": .text(before.words(wording)),
    ]
    guard let usual else { return wording(.moved, values) }
    func end(_ value: Double) -> MessageValue {
      .text(wording.value(value, in: now.row.unit, of: now.estimate.n))
    }
    values["low"] = end(usual.low)
    values["high"] = end(usual.high)
    return wording(.movedBack, values)
  }

  /// After a peak all is less; what is usual, or better than that, is not called worse.
  var verdict: EditionChange.Verdict {
    guard let better = figure.better else { return .open }
    let value = now.estimate.value
    if (value > before.estimate.value) == (better == .up) { return .better }
    guard let range else { return .worse }
    return (better == .up ? value >= range.low : value <= range.high) ? .open : .worse
  }

  // MARK: Which rows are compared

  /// What waited at the end of each edition's data.
  private static func stocks(
    _ old: [EditionRow], _ new: [EditionRow], _ older: Edition, _ newer: Edition
  ) -> (Reading, Reading)? {
    guard let before = old.first(where: { $0.period == .all }),
      let now = new.first(where: { $0.period == .all }),
      let then = older.knownUntil(before.community), let until = newer.knownUntil(now.community),
      let was = before.estimate, let value = now.estimate
    else { return nil }
    return (
      Reading(row: before, estimate: was, day: then),
      Reading(row: now, estimate: value, day: until)
    )
  }

  /// The last finished period of the longest kind of which both editions have one, each another.
  private static func lastPeriods(_ old: [EditionRow], _ new: [EditionRow]) -> (Reading, Reading)? {
    for kind in [Period.Kind.year, .quarter, .month] {
      guard let before = last(kind, of: old), let now = last(kind, of: new),
        before.period < now.period
      else { continue }
      guard let was = before.estimate, let value = now.estimate else { return nil }
      return (
        Reading(row: before, estimate: was),
        Reading(row: now, estimate: value)
      )
    }
    return nil
  }

  /// Editions keep finished periods; the first of a series may have begun before the data did.
  private static func last(_ kind: Period.Kind, of rows: [EditionRow]) -> EditionRow? {
    rows.filter { $0.period.kind == kind }.dropFirst().last
  }

  /// An edition may have been sealed under a lower threshold than today's.
  private static func mayShow(_ reading: Reading, _ community: ComparedCommunity) -> Bool {
    reading.row.unit != .people || reading.estimate.value >= Double(community.threshold)
  }

  // MARK: Chance

  /// Intervals that do not overlap. Plain counts, which have none, are taken for Poisson counts: their
  /// difference has a variance of a + b, and 95 % of it lie within 1.96 standard deviations.
  static func isBeyondChance(_ a: Estimate, _ b: Estimate, in unit: Unit) -> Bool {
    if a.hasInterval || b.hasInterval {
      guard a.hasInterval, b.hasInterval else { return false }
      // An end that is missing is open: nothing lies beyond it.
      return (a.high ?? .infinity) < (b.low ?? -.infinity)
        || (b.high ?? .infinity) < (a.low ?? -.infinity)
    }
    guard [.items, .people, .threads].contains(unit) else { return false }
    return abs(a.value - b.value) > 1.96 * (a.value + b.value).squareRoot()
  }
}

extension Edition {
  /// The rows of a headline figure of a whole community, by period.
  fileprivate func series(
    _ figure: HeadlineFigure, of community: ComparedCommunity
  ) -> [EditionRow] {
    let metric = figure.metric.description
    return rows.filter {
      $0.community == community.slug && $0.metric == metric && $0.segment == "all"
    }
  }

  fileprivate func knownUntil(_ slug: String) -> CalendarDay? {
    communities.first { $0.slug == slug }?.knownUntil
  }
}

extension Estimate {
  fileprivate var hasInterval: Bool { low != nil || high != nil }
}

extension UsualRangeOfValues {
  fileprivate func holds(_ value: Double) -> Bool { (low...high).contains(value) }
}
