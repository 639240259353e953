internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The only place where the time of day is asked for.
enum WallClock {
  static var now: Timestamp {
    Timestamp(secondsSinceEpoch: Int64(time(nil)))
  }

  /// The day that it is where days begin first, at UTC+14: a later one is nobody's today.
  static var latestDay: CalendarDay {
    Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + 14 * 3600).day
  }
}
