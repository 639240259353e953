internal import ArgumentParser
internal import Basics

/// A moment on the command line: RFC 3339, or a day, which means its first second in UTC.
struct MomentArgument: ExpressibleByArgument {
  let moment: Timestamp

  init?(argument: String) {
    guard let moment = Timestamp(argument) ?? CalendarDay(argument).map({ Timestamp($0) }) else {
      return nil
    }
    self.moment = moment
  }
}

/// A day on the command line: `2018-08-31`.
struct DayArgument: ExpressibleByArgument {
  let day: CalendarDay

  init?(argument: String) {
    guard let day = CalendarDay(argument) else { return nil }
    self.day = day
  }
}
