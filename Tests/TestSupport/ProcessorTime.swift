#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The time a processor spent on a body in this thread: unlike the time of day it does not grow with
/// whatever else the machine is doing.
package func processorTime(_ body: () throws -> Void) rethrows -> Duration {
  let start = threadTime()
  try body()
  return threadTime() - start
}

private func threadTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
}
