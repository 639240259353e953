internal import Basics

/// The periods of every kind that lie at least partly in a window, and which one a day falls in.
struct WindowCalendar: Sendable {
  /// Days since 1970 of the window's first day in the site's zone.
  let firstDay: Int
  let dayCount: Int
  private let grids: [Grid]

  private struct Grid: Sendable {
    var places: [Measurement.Place]
    var indexOfDay: [Int32]
  }

  /// `known` is the last second the snapshot tells of, in the site's zone, since 1970.
  init(firstDay: Int, lastDay: Int, known: Int64) {
    self.firstDay = firstDay
    dayCount = lastDay - firstDay + 1
    let days = firstDay...lastDay
    grids = Period.Kind.allCases.map { WindowCalendar.grid($0, days, known) }
  }

  private static func grid(_ kind: Period.Kind, _ days: ClosedRange<Int>, _ known: Int64) -> Grid {
    var grid = Grid(places: [], indexOfDay: [])
    for day in days {
      let period = Period(kind, containing: CalendarDay(daysSinceEpoch: day))
      if grid.places.last?.period != period {
        grid.places.append(
          Measurement.Place(
            period: period, segment: .all, cutOff: cutOff(period, days.lowerBound, known)))
      }
      grid.indexOfDay.append(Int32(grid.places.count - 1))
    }
    return grid
  }

  /// By days at the start, since the first item of a community's first day is seldom at midnight; by
  /// seconds at the end, since a snapshot taken at noon misses an afternoon.
  private static func cutOff(_ period: Period, _ firstDay: Int, _ known: Int64) -> CutOff {
    var cutOff: CutOff = []
    if let first = period.firstDay, first.daysSinceEpoch < firstDay { cutOff.insert(.start) }
    if let end = period.endDay, Int64(end.daysSinceEpoch) * 86_400 > known + 1 {
      cutOff.insert(.end)
    }
    return cutOff
  }

  /// The day so many days after the window's first.
  func day(_ number: Int) -> CalendarDay { CalendarDay(daysSinceEpoch: firstDay + number) }

  /// The places of a kind of period, oldest first, for the segment `all`.
  func places(_ kind: Period.Kind) -> [Measurement.Place] {
    grids[kind.rawValue].places
  }

  func places(_ kind: Period.Kind, _ segment: Segment) -> [Measurement.Place] {
    places(kind).map {
      Measurement.Place(period: $0.period, segment: segment, cutOff: $0.cutOff)
    }
  }

  /// For each day of the window, counted from its first, the index into ``places(_:)``.
  func indexOfDay(_ kind: Period.Kind) -> [Int32] {
    grids[kind.rawValue].indexOfDay
  }

  /// The days of each period of a kind, counted from the window's first.
  func stretches(_ kind: Period.Kind) -> [Range<Int>] {
    let column = indexOfDay(kind)
    return places(kind).indices.map { index in
      firstIndex(of: Int32(index), in: column)..<firstIndex(of: Int32(index + 1), in: column)
    }
  }

  /// The indexes of the periods of a kind that touch a period of another kind.
  func indexes(_ kind: Period.Kind, touching other: Period.Kind, at index: Int) -> ClosedRange<Int>
  {
    let outer = grids[other.rawValue].indexOfDay
    let inner = grids[kind.rawValue].indexOfDay
    let first = firstIndex(of: Int32(index), in: outer)
    let end = firstIndex(of: Int32(index + 1), in: outer)
    return Int(inner[first])...Int(inner[end - 1])
  }

  /// Where the first value of at least `value` stands; the column never falls.
  private func firstIndex(of value: Int32, in column: [Int32]) -> Int {
    var low = 0
    var high = column.count
    while low < high {
      let middle = (low + high) / 2
      if column[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
