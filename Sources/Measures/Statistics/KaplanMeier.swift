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
  private var steps: [Step] = []
  let count: Int

  fileprivate struct Step: Sendable {
    var seconds: Int64
    var survival: Double
    var variance: Double
  }

  /// `waits` by seconds, ended ones before the others at the same second.
  init(sorted waits: [Wait]) {
    count = waits.count
    var atRisk = waits.count
    var survival = 1.0
    var variance = 0.0
    var index = 0
    while index < waits.count {
      let seconds = waits[index].seconds
      var ended = 0
      var left = 0
      while index < waits.count, waits[index].seconds == seconds {
        if waits[index].hasEnded { ended += 1 } else { left += 1 }
        index += 1
      }
      if ended > 0 {
        survival *= Double(atRisk - ended) / Double(atRisk)
        variance += Double(ended) / (Double(atRisk) * Double(atRisk - ended))
        steps.append(Step(seconds: seconds, survival: survival, variance: variance))
      }
      atRisk -= ended + left
    }
  }

  /// For each share `q`, in ascending order, the smallest time at which at least so many have ended,
  /// S(t) ≤ 1 − q, with the times at which the two ends of the band get there; nil when it was not
  /// reached.
  func quantiles(_ shares: [Double]) -> [Estimate?] {
    // The product of fractions may miss a round number by its rounding.
    let levels = shares.map { Level(1 - $0 + 1e-12) }
    let reached = firstSteps(levels) { step, level in step.survival <= level.share }
    let low = firstSteps(levels) { $0.isBandBelow($1, 1) }
    let high = firstSteps(levels) { $0.isBandBelow($1, -1) }
    return levels.indices.map { level in
      reached[level].map { step in
        Estimate(
          Double(step.seconds), n: count, low: low[level].map { Double($0.seconds) },
          high: high[level].map { Double($0.seconds) })
      }
    }
  }

  /// The first step at which each level is reached; a lower level never before a higher one.
  private func firstSteps(_ levels: [Level], _ isReached: (Step, Level) -> Bool) -> [Step?] {
    var found: [Step?] = []
    for step in steps {
      while found.count < levels.count, isReached(step, levels[found.count]) { found.append(step) }
      if found.count == levels.count { break }
    }
    return found + [Step?](repeating: nil, count: levels.count - found.count)
  }

  /// A share that may still wait, and the same on the scale of the band.
  fileprivate struct Level {
    let share: Double
    let scaled: Double

    init(_ share: Double) {
      self.share = share
      scaled = log(-log(share))
    }
  }
}

extension SurvivalCurve.Step {
  /// Whether an end of the band is at most a level: the lower one for side 1, the upper one for -1.
  ///
  /// On the scale of log(-log S) the band is as wide to both sides; where that is too close to call,
  /// the end itself is asked. There is no band where nobody waits any more: the variance has no value.
  fileprivate func isBandBelow(_ level: SurvivalCurve.Level, _ side: Double) -> Bool {
    guard survival > 0, survival < 1 else { return false }
    // The share itself lies between the two ends.
    if survival <= level.share, side > 0 { return true }
    if survival > level.share, side < 0 { return false }
    let rate = -log(survival)
    let spread = side * normalQuantile95 * variance.squareRoot() / rate
    let distance = log(rate) + spread - level.scaled
    if abs(distance) > 1e-6 { return distance > 0 }
    return pow(survival, exp(spread)) <= level.share
  }
}
