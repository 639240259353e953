internal import ArgumentParser
internal import Basics

/// A moment on the command line: RFC 3339, or a day, which means its first second in UTC.
struct MomentArgument {
  let moment: Timestamp

  static func read(_ text: String) throws -> MomentArgument {
    guard let moment = Timestamp(text) ?? CalendarDay(text).map({ Timestamp($0) }) else {
      throw ValidationError("write it as 2026-10-31, or as 2026-10-31T18:00:00Z")
    }
    return MomentArgument(moment: moment)
  }
}

/// A day on the command line: `2018-08-31`.
struct DayArgument {
  let day: CalendarDay

  static func read(_ text: String) throws -> DayArgument {
    guard let day = CalendarDay(text) else { throw ValidationError("write it as 2026-10-31") }
    return DayArgument(day: day)
  }
}
