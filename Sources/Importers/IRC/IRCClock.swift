internal import Basics

/// The moment of each line, in order: a log may run past midnight, and notices bear no time.
struct IRCClock {
  /// How far a log may jump back, where its lines tell no year.
  private static let longestWayBack = 40

  /// Whether lines told a time with a zone, and without one.
  private(set) var hasTimesWithZone = false
  private(set) var hasTimesWithoutZone = false
  private var file = ""
  private var day: CalendarDay?
  /// Seconds of the day, and of the zone east of UTC.
  private var last = 0
  private var zone = 0

  mutating func time(of line: IRCLine, in log: IRCLogName, file: String) -> Timestamp? {
    if file != self.file {
      self.file = file
      day = log.day
      last = 0
      zone = 0
    }
    if let own = line.day ?? line.monthDay.flatMap({ next($0) }) { day = own }
    guard let day else { return nil }
    if let clock = line.clock {
      // Twelve hours back is the next day, less a clock that was set.
      if line.day == nil, line.monthDay == nil, clock < last - 43_200 {
        self.day = day.adding(days: 1)
      }
      last = clock
      zone = line.zone ?? 0
      if line.zone == nil { hasTimesWithoutZone = true } else { hasTimesWithZone = true }
    }
    let midnight = Timestamp(self.day ?? day).secondsSinceEpoch
    return Timestamp(secondsSinceEpoch: midnight + Int64(last - zone))
  }

  /// A day without its year: the next one so named, since a log goes on.
  private func next(_ named: IRCLine.MonthDay) -> CalendarDay? {
    guard let from = day?.adding(days: -IRCClock.longestWayBack) else { return nil }
    let year = from.civil.year
    return [year, year + 1].lazy.compactMap { year in
      CalendarDay(year: year, month: named.month, day: named.day)
    }.first { $0 >= from }
  }
}
