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
}
