/// A count that adds up over time (everybody is new once), as differences of one running total.
///
/// Knowing some of the differences bounds all others: if `total(b) − total(a) ≤ w` is an edge from a to
/// b of length w, then the length of the shortest path is the largest value a difference can have.
struct Timeline: Sendable {
  /// The true running total at each moment at which some period begins or ends, oldest first.
  private(set) var totals: [Int] = []
  private(set) var spans: [Span] = []

  /// A period's count: the difference of the totals at two moments.
  struct Span: Sendable {
    var cell: PeopleCell
    var from: Int
    var to: Int
  }

  /// `days` holds how many fell on each day of the window.
  init(_ count: PeopleCell.Count, _ days: [Int], _ calendar: WindowCalendar) {
    let running = days.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let stretches = Period.Kind.allCases.flatMap { kind in
      zip(calendar.places(kind), calendar.stretches(kind)).map { ($0.period, $1) }
    }
    let moments = Set(stretches.flatMap { [$1.lowerBound, $1.upperBound] }).sorted()
    let index = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
    totals = moments.map { running[$0] }
    spans = stretches.compactMap { period, days in
      guard let from = index[days.lowerBound], let to = index[days.upperBound] else { return nil }
      return Span(cell: PeopleCell(count, period), from: from, to: to)
    }
  }
}
