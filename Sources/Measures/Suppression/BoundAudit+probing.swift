/// What several bounds tell only together.
///
/// Two relations through a third hidden count, x ≤ 1 + y and x ≤ 6 − y, bound x by nothing as long as
/// y is unknown, and yet 2x ≤ 7. So a count is supposed to be further off than the truth: where what
/// follows contradicts itself, it cannot be. (Probing, as in integer programming: M. W. P. Savelsbergh,
/// Preprocessing and probing techniques for mixed integer programming problems, 1994.)
extension BoundAudit {
  /// The counts that narrow one to fewer than k whole numbers when it is supposed to be off; nil where
  /// they do not.
  mutating func narrowing(of count: Int, below k: Int) -> Set<Int>? {
    if ways.isEmpty {
      ways = links.timelines.map { timeline in
        TimelineWays(bounds(of: timeline), hidden: timeline.spans.filter { feasible($0.count) > 1 })
      }
    }
    var told: Set<Int> = []
    var below = min(low[count], k - 1)
    while true {
      // With so many possible values below the truth, fewer than these may lie above it.
      let above = k - 1 - below
      if high[count] < above { return told }
      if above > 0, let counts = refutation(of: count, off: above) {
        return told.union(counts)
      }
      guard below > 0, let counts = refutation(of: count, off: -below) else { return nil }
      told.formUnion(counts)
      below -= 1
    }
  }

  /// The counts by whose bounds a count cannot be so far above its true value (below, where negative)
  /// or further; nil where it may be.
  private mutating func refutation(of count: Int, off error: Int) -> Set<Int>? {
    trail = []
    defer { undo() }
    if error > 0 {
      raise(count, to: -error, because: [])
    } else {
      lower(count, to: error, because: [])
    }
    var stretched = [count]
    touched = [count]
    while contradicted == nil {
      if let next = touched.popLast() {
        for index in links.relationsOfCount[next] where contradicted == nil {
          let before = touched.count
          narrow(links.relations[index])
          stretched += touched[before...]
        }
      } else if let next = stretched.popLast() {
        // What a timeline itself tells makes no way of it shorter.
        if links.timelineOfCount[next] >= 0 { spread(from: next) }
      } else {
        return nil
      }
    }
    return contradicted.map(origins)
  }

  /// Takes back all that was supposed.
  private mutating func undo() {
    for change in (trail ?? []).reversed() {
      if change.isHigh {
        high[change.count] = change.slack
        highCauses[change.count] = change.causes
      } else {
        low[change.count] = change.slack
        lowCauses[change.count] = change.causes
      }
    }
    trail = nil
    touched = []
    contradicted = nil
  }

  /// Narrows the other differences of a timeline by one whose bounds have moved: by the ways that lead
  /// over it.
  private mutating func spread(from count: Int) {
    let number = links.timelineOfCount[count]
    let span = links.timelines[number].spans[links.spanOfCount[count]]
    if high[count] <= limit {
      spread(over: count, from: span.from, to: span.to, slack: high[count], in: number)
    }
    if low[count] <= limit, contradicted == nil {
      spread(over: count, from: span.to, to: span.from, slack: low[count], in: number)
    }
  }

  private mutating func spread(
    over count: Int, from start: Int, to end: Int, slack: Int, in number: Int
  ) {
    let before = ways[number].ways(to: start)
    let after = ways[number].ways(from: end)
    for span in ways[number].hidden where contradicted == nil {
      if let sum = added(before.slack[span.from], slack, after.slack[span.to]),
        sum < high[span.count]
      {
        let counts = ways[number].counts(before, to: span.from, after, to: span.to)
        lower(span.count, to: sum, because: counts + [count])
      }
      if let sum = added(before.slack[span.to], slack, after.slack[span.from]),
        sum < low[span.count]
      {
        let counts = ways[number].counts(before, to: span.to, after, to: span.from)
        raise(span.count, to: sum, because: counts + [count])
      }
    }
  }

  /// The slack of a way in three parts; nil where one is too long to be followed.
  private func added(_ before: Int, _ slack: Int, _ after: Int) -> Int? {
    guard before <= limit, after <= limit else { return nil }
    let sum = before + slack + after
    return sum <= limit ? sum : nil
  }
}
