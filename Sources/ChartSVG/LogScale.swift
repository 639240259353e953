internal import Basics

/// From waiting times to places, each factor the same distance, with the times people speak of.
struct LogScale: Hashable {
  /// In seconds, above zero.
  let shortest: Double
  let longest: Double
  /// Where they stand, in px.
  let start: Double
  let end: Double
  private let formats: TextFormats

  /// Covers the given times and at least from 15 minutes to a day.
  init(
    covering times: [Double], _ formats: TextFormats, from start: Double, to end: Double
  ) {
    self.formats = formats
    let known = times.filter { $0.isFinite && $0 > 0 }
    shortest = max(1, min(known.min() ?? 900, 900) / 1.5)
    longest = max(known.max() ?? 86_400, 86_400) * 1.3
    self.start = start
    self.end = end
  }

  func position(of seconds: Double) -> Double {
    let bounded = min(max(seconds, shortest), longest)
    let part = logTwo(bounded / shortest) / logTwo(longest / shortest)
    return start + part * (end - start)
  }

  /// The times named on the axis.
  var ticks: [(seconds: Double, name: String)] {
    let day = 86_400.0
    let units: [(Double, KeyPath<DurationFormat, TextPattern>, [Int])] = [
      (1, \.seconds, [1, 10]), (60, \.minutes, [1, 5, 15]), (3600, \.hours, [1, 4, 24]),
      (day, \.days, [3]), (7 * day, \.weeks, [1, 4, 13]), (365 * day, \.years, [1, 5, 20]),
    ]
    let named = units.flatMap { seconds, unit, counts in
      counts.map { (seconds * Double($0), formats.duration($0, unit)) }
    }
    return named.filter { $0.0 >= shortest && $0.0 <= longest }
  }
}
