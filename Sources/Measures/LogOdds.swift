#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Weighted log-odds ratios with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
/// equations 15, 18, 19 and 22).
struct LogOdds {
  let now: Int
  let before: Int

  /// The prior counts as much as so many words, shared out as they are used in both times together.
  static let priorWeight = 1000.0

  /// How much more usual a word has become, in standard deviations; `now` and `before` of it.
  func score(now count: Int, before earlier: Int) -> Double {
    let all = Double(now + before)
    let prior = LogOdds.priorWeight * Double(count + earlier) / all
    let (a, b) = (Double(count) + prior, Double(earlier) + prior)
    let odds = log(a / (Double(now) + LogOdds.priorWeight - a))
    let oddsBefore = log(b / (Double(before) + LogOdds.priorWeight - b))
    return (odds - oddsBefore) / (1 / a + 1 / b).squareRoot()
  }
}
