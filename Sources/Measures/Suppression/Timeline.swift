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

  /// A count of people who fell on some days of the window, counted from its first.
  struct Stretch {
    var cell: PeopleCell
    var days: Range<Int>
  }

  /// `tally` holds how many fell on each day.
  init(_ tally: Tally, _ stretches: [Stretch]) {
    let running = tally.days.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let moments = Set(stretches.flatMap { [$0.days.lowerBound, $0.days.upperBound] }).sorted()
    let index = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
    totals = moments.map { running[$0] }
    spans = stretches.compactMap { stretch in
      guard let from = index[stretch.days.lowerBound], let to = index[stretch.days.upperBound]
      else { return nil }
      return Span(cell: stretch.cell, from: from, to: to)
    }
  }

  /// The count in every period of the calendar.
  init(_ count: PeopleCell.Count, _ tally: Tally, _ calendar: WindowCalendar) {
    self.init(tally, Timeline.stretches(of: count, calendar))
  }

  static func stretches(of count: PeopleCell.Count, _ calendar: WindowCalendar) -> [Stretch] {
    Period.Kind.allCases.flatMap { kind in
      zip(calendar.places(kind), calendar.stretches(kind)).map {
        Stretch(cell: PeopleCell(count, $0.period), days: $1)
      }
    }
  }
}
