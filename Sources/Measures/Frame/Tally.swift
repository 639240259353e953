/// How many of something fell on each day of the window.
struct Tally: Sendable {
  private(set) var days: [Int]

  init(_ calendar: WindowCalendar) {
    days = [Int](repeating: 0, count: calendar.dayCount)
  }

  /// A row outside the window, on day -1, must not be counted.
  mutating func count(day: Int32, _ number: Int = 1) {
    days[Int(day)] += number
  }

  /// Only the days before one, counted from the window's first.
  func cut(before day: Int) -> Tally {
    var cut = self
    for later in days.indices where later >= day { cut.days[later] = 0 }
    return cut
  }

  /// Added up by period, oldest first.
  func byPeriod(_ kind: Period.Kind, _ calendar: WindowCalendar) -> [Int] {
    var counts = [Int](repeating: 0, count: calendar.places(kind).count)
    for (day, index) in calendar.indexOfDay(kind).enumerated() {
      counts[Int(index)] += days[day]
    }
    return counts
  }

  /// One row a period, those with 0 as well.
  func findings(
    _ part: String, _ kinds: [Period.Kind], _ segment: Segment, _ calendar: WindowCalendar
  ) -> [Finding] {
    kinds.flatMap { kind in
      zip(calendar.places(kind, segment), byPeriod(kind, calendar)).map { Finding(part, $0, $1) }
    }
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    for day in sum.days.indices { sum.days[day] += right.days[day] }
    return sum
  }

  static func - (left: Tally, right: Tally) -> Tally {
    var difference = left
    for day in difference.days.indices { difference.days[day] -= right.days[day] }
    return difference
  }
}
