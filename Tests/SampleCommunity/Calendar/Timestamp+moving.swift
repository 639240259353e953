internal import Basics

extension Timestamp {
  func adding(seconds: Int) -> Timestamp {
    Timestamp(secondsSinceEpoch: secondsSinceEpoch + Int64(seconds))
  }

  func adding(days: Int) -> Timestamp { adding(seconds: days * 86_400) }

  var secondOfDay: Int {
    Int(secondsSinceEpoch - Int64(day.daysSinceEpoch) * 86_400)
  }

  /// 0…23 in UTC.
  var hour: Int { secondOfDay / 3600 }
}

extension CalendarDay {
  /// Months since the year 0: consecutive months have consecutive numbers.
  var monthNumber: Int { civil.year * 12 + civil.month - 1 }

  /// The first day of a month by its number.
  init(firstOfMonth number: Int) {
    let first = CalendarDay(year: number / 12, month: number % 12 + 1, day: 1)
    self = first ?? CalendarDay(daysSinceEpoch: 0)
  }
}

/// A day that is written in the source; one that does not exist is a fault of ours.
func calendarDay(_ text: StaticString) -> CalendarDay {
  guard let day = CalendarDay("\(text)") else { preconditionFailure("\(text) is no day") }
  return day
}
