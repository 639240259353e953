internal import Basics

/// The two years that are told, and the two days on which they were looked at.
enum HistoryWindow {
  static let first = calendarDay("2024-11-04")
  static let last = calendarDay("2026-10-31")
  static let snapshotDays = [calendarDay("2026-09-30"), last]

  static var days: [CalendarDay] {
    (first.daysSinceEpoch...last.daysSinceEpoch).map(CalendarDay.init(daysSinceEpoch:))
  }

  /// The last second of a day: what a snapshot of that day knows.
  static func end(of day: CalendarDay) -> Timestamp {
    Timestamp(day.adding(days: 1)).adding(seconds: -1)
  }
}
