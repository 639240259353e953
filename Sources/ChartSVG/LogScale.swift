internal import Basics

/// From waiting times to places, each factor the same distance, with the times people speak of.
struct LogScale: Hashable {
  /// In seconds, above zero.
  let shortest: Double
  let longest: Double
  /// Where they stand, in px.
  let start: Double
  let end: Double

  /// Covers the given times and at least from 15 minutes to a day.
  init(covering times: [Double], from start: Double, to end: Double) {
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
    let named: [(Double, String)] = [
      (1, "1 s"), (10, "10 s"), (60, "1 min"), (300, "5 min"), (900, "15 min"), (3600, "1 h"),
      (14_400, "4 h"), (day, "24 h"), (3 * day, "3 d"), (7 * day, "1 wk"), (28 * day, "4 wk"),
      (91 * day, "13 wk"), (365 * day, "1 y"), (1825 * day, "5 y"), (7300 * day, "20 y"),
    ]
    return named.filter { $0.0 >= shortest && $0.0 <= longest }.map {
      ($0.0, $0.1.split(separator: " ").joined(separator: noBreakSpace))
    }
  }
}
