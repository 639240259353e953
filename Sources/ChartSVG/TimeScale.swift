internal import Basics

/// From days to places along the time axis.
struct TimeScale: Hashable {
  let first: CalendarDay
  let last: CalendarDay
  /// In px.
  let left: Double
  let right: Double
  /// Whether each step is a year, within which nothing is told apart.
  var isYearly = false

  var days: Int { last.daysSinceEpoch - first.daysSinceEpoch }

  /// A single day stands in the middle.
  func position(of day: CalendarDay) -> Double {
    guard days > 0 else { return (left + right) / 2 }
    let part = Double(day.daysSinceEpoch - first.daysSinceEpoch) / Double(days)
    return left + part * (right - left)
  }

  func covers(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}

/// One mark on the time axis.
struct TimeTick: Hashable {
  var day: CalendarDay
  /// Whether a year begins here.
  var isYear: Bool
}

extension TimeScale {
  /// The marks of the axis: quarters over 200 days, months below, Mondays below 60; years or whole
  /// steps of years where quarters would stand closer than 12 px.
  var ticks: [TimeTick] {
    if days < 60, !isYearly { return mondays }
    let months = [1, 3, 12, 24, 60, 120, 300, 600, 1200, 6000]
    let least = isYearly ? 12 : days > 200 ? 3 : 1
    let step = months.first { $0 >= least && spacing(ofMonths: $0) >= 12 } ?? 12_000
    return monthStarts(every: step).map { TimeTick(day: $0, isYear: $0.civil.month == 1) }
  }

  /// The distance between marks so many months apart, in px.
  func spacing(ofMonths months: Int) -> Double {
    Double(months) * 30.44 / Double(max(1, days)) * (right - left)
  }

  private var mondays: [TimeTick] {
    let ahead = (8 - first.isoWeekday) % 7
    let mondays = stride(from: ahead, through: days, by: 7).map { first.adding(days: $0) }
    return (mondays.isEmpty ? [first] : mondays).map { TimeTick(day: $0, isYear: false) }
  }

  private func monthStarts(every step: Int) -> [CalendarDay] {
    let start = first.civil
    let end = last.civil
    let months = (start.year * 12 + start.month - 1)...(end.year * 12 + end.month - 1)
    return months.filter { $0 % step == 0 }.compactMap {
      CalendarDay(year: $0 / 12, month: $0 % 12 + 1, day: 1)
    }.filter(covers)
  }
}
