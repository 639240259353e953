internal import Basics

/// How long people wait for something: a distribution given by its quantiles.
struct WaitTable: Sendable {
  /// Share of waits and their length in seconds, both rising, from 0 to 1.
  var quantiles: [(share: Double, seconds: Double)]

  /// Draws a wait in seconds, straight between two quantiles.
  func draw(_ chance: inout Chance) -> Double {
    let share = chance.unit()
    for (low, high) in zip(quantiles, quantiles.dropFirst()) where share < high.share {
      let part = (share - low.share) / (high.share - low.share)
      return low.seconds + (high.seconds - low.seconds) * part
    }
    return quantiles.last?.seconds ?? 0
  }

  /// Members who happen to read along: half within two hours, a tail of days.
  static let members = WaitTable(quantiles: [
    (0, 120), (0.10, 420), (0.25, 1900), (0.50, 7000), (0.70, 23_000), (0.80, 70_000),
    (0.90, 190_000), (0.97, 420_000), (1, 950_000),
  ])

  /// Staff at work, who answer within their hours.
  static let staff = WaitTable(quantiles: [
    (0, 300), (0.25, 2200), (0.50, 6500), (0.75, 17_000), (0.95, 60_000), (1, 150_000),
  ])

  /// The next word in a conversation under way.
  static let nextWord = WaitTable(quantiles: [
    (0, 150), (0.25, 2400), (0.50, 11_000), (0.75, 45_000), (0.95, 160_000), (1, 320_000),
  ])
}
