internal import Basics

/// The span of time that a snapshot tells of.
struct TimeLimit: Sendable {
  /// Exports are dated by a day, so what is dated later on that day is no fault.
  private static let tolerance: Int64 = 86_400

  private let collected: Timestamp
  private let lastDay: CalendarDay?

  init(collected: Timestamp, lastDay: CalendarDay?) {
    self.collected = collected
    self.lastDay = lastDay
  }

  /// Whether a time lies so late that the export cannot know it.
  func isAfterExport(_ time: Timestamp) -> Bool {
    time.secondsSinceEpoch > collected.secondsSinceEpoch + TimeLimit.tolerance
  }

  /// Whether a time lies after the day up to which was asked for.
  func isAfterLastDay(_ time: Timestamp) -> Bool {
    guard let lastDay else { return false }
    return time >= Timestamp(lastDay.adding(days: 1))
  }

  /// A time that the snapshot may tell of; nil for one after its last day.
  func known(_ time: Timestamp?) -> Timestamp? {
    guard let time, !isAfterLastDay(time), !isAfterExport(time) else { return nil }
    return time
  }

  /// The last second the snapshot tells of: the moment of the export, or the end of the last day.
  var end: Timestamp {
    guard let lastDay else { return collected }
    let midnight = Timestamp(lastDay.adding(days: 1)).secondsSinceEpoch
    return Timestamp(secondsSinceEpoch: midnight - 1)
  }
}
