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

  /// Refuses the moment of an event that is still to come: the ledger is in the order of time and
  /// nothing is taken out of it, so the site could not be built before that moment, nor the event
  /// be corrected.
  static func refuseWhatIsToCome(_ event: MomentArgument?) throws {
    let now = WallClock.now
    guard let event, event.moment > now else { return }
    throw ValidationError(
      "--as-of \(event.moment) is still to come: it is \(now), and nothing could be built or entered "
        + "until then")
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
