internal import Basics

/// When the invented story happens: nine whole months up to the last one, with a release in the
/// seventh, so that a new site is never about a year long gone.
struct StarterStory: Sendable {
  /// The day on which the site is begun.
  let today: CalendarDay
  /// The first days of the months, and of the one after them.
  let starts: [CalendarDay]

  static let months = 9
  static let releaseMonth = 6

  init(today: CalendarDay) {
    self.today = today
    let now = today.civil
    starts = (0...StarterStory.months).compactMap { index in
      let month = now.year * 12 + now.month - 1 - StarterStory.months + index
      return CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)
    }
  }

  /// The first and the last second.
  var window: (from: Timestamp, to: Timestamp) {
    let end = starts.last ?? today
    return (
      Timestamp(starts.first ?? today),
      Timestamp(secondsSinceEpoch: Timestamp(end).secondsSinceEpoch - 1)
    )
  }

  var releaseDay: CalendarDay { starts[StarterStory.releaseMonth].adding(days: 4) }

  /// Months as figures name them: `2026-09`.
  var before: String { name(StarterStory.releaseMonth - 1) }
  var release: String { name(StarterStory.releaseMonth) }
  var last: String { name(StarterStory.months - 1) }

  private func name(_ month: Int) -> String { String(starts[month].description.prefix(7)) }
}
