#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How long one thing was waited for, and whether it came.
struct Wait: Sendable, Equatable {
  var seconds: Int64
  /// False when the waiting was still going on at `seconds`.
  var hasEnded: Bool
}

/// The share still waiting after each time at which a wait ended, with a 95 % band.
///
/// Product-limit estimator (Kaplan and Meier 1958); variance after Greenwood; band on the scale of
/// log(-log S), so that it stays between 0 and 1.
struct SurvivalCurve: Sendable {
  private(set) var steps: [Step] = []
  let count: Int

  struct Step: Sendable {
    var seconds: Int64
    var survival: Double
    /// nil where nobody waits any more: the variance has no value there.
    var band: (low: Double, high: Double)?
  }

  /// `waits` by seconds, ended ones before the others at the same second.
  init(sorted waits: some RandomAccessCollection<Wait>) {
    count = waits.count
    var atRisk = waits.count
    var survival = 1.0
    var variance = 0.0
    var index = waits.startIndex
    while index < waits.endIndex {
      let seconds = waits[index].seconds
      var ended = 0
      var left = 0
      while index < waits.endIndex, waits[index].seconds == seconds {
        if waits[index].hasEnded { ended += 1 } else { left += 1 }
        index = waits.index(after: index)
      }
      if ended > 0 {
        survival *= Double(atRisk - ended) / Double(atRisk)
        variance += Double(ended) / (Double(atRisk) * Double(atRisk - ended))
        steps.append(Step(seconds: seconds, survival: survival, band: band(survival, variance)))
      }
      atRisk -= ended + left
    }
  }

  /// The smallest time at which at least a share `q` has ended, S(t) ≤ 1 − q, with the times at which
  /// the two ends of the band get there; nil when it was not reached.
  func quantile(_ q: Double) -> Estimate? {
    // The product of fractions may miss a round number by its rounding.
    let level = 1 - q + 1e-12
    guard let step = steps.first(where: { $0.survival <= level }) else { return nil }
    let low = steps.first { $0.band.map { $0.low <= level } ?? false }
    let high = steps.first { $0.band.map { $0.high <= level } ?? false }
    return Estimate(
      Double(step.seconds), n: count, low: low.map { Double($0.seconds) },
      high: high.map { Double($0.seconds) })
  }
}

private func band(_ survival: Double, _ variance: Double) -> (low: Double, high: Double)? {
  guard survival > 0, survival < 1 else { return nil }
  let spread = normalQuantile95 * variance.squareRoot() / -log(survival)
  return (pow(survival, exp(spread)), pow(survival, exp(-spread)))
}
