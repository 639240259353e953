internal import CommunityData

/// How long each of some threads waited, sorted once by time so that every period gets its waits in
/// order without sorting again.
struct PeriodWaits {
  private let waits: [Wait]
  /// The day each thread began, counted from the window's first.
  private let days: [Int32]

  /// `responses` holds, for every thread of the frame, the row that ends its wait, or -1.
  init(_ frame: Frame, _ threads: [Int], endedBy responses: [Int32]) {
    let columns = frame.threads
    let times = frame.items.published
    let found = threads.map { thread in
      let start = Int(columns.starts[thread])
      let response = Int(responses[thread])
      let end = response >= 0 ? times[response] : columns.waitEnds[thread]
      // What is dated before the thread, as clocks differ, came at once.
      return Wait(seconds: max(0, end - times[start]), hasEnded: response >= 0)
    }
    let order = ascending(found.map(\.sortKey))
    waits = order.map { found[Int($0)] }
    days = order.map { frame.days[Int(columns.starts[threads[Int($0)]])] }
  }

  /// The waits of the threads that began in each period of a kind, shortest first.
  func byPeriod(_ kind: Period.Kind, _ calendar: WindowCalendar) -> [[Wait]] {
    let indexOfDay = calendar.indexOfDay(kind)
    var counts = [Int](repeating: 0, count: calendar.places(kind).count)
    for day in days { counts[Int(indexOfDay[Int(day)])] += 1 }
    var periods = counts.map { count in
      var waits: [Wait] = []
      waits.reserveCapacity(count)
      return waits
    }
    for (wait, day) in zip(waits, days) {
      periods[Int(indexOfDay[Int(day)])].append(wait)
    }
    return periods
  }
}

extension Wait {
  /// By seconds; at the same second those that ended come first.
  fileprivate var sortKey: UInt64 { UInt64(seconds) * 2 + (hasEnded ? 0 : 1) }
}
