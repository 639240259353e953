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

  /// How much more usual a word has become.
  struct Rise {
    /// The logarithm of the ratio of its odds, now to before.
    var odds: Double
    /// Its standard deviation.
    var deviation: Double

    /// In standard deviations.
    var score: Double { odds / deviation }

    /// Whether its odds are a quarter higher even at the lower end of the 95 % interval: in much text the
    /// least shift of a common word is far from chance, and still no news.
    var isClear: Bool { odds - normalQuantile95 * deviation >= Rise.least }

    private static let least = log(1.25)
  }

  /// `now` and `before` of the word.
  func rise(now count: Int, before earlier: Int) -> Rise {
    let all = Double(now + before)
    let prior = LogOdds.priorWeight * Double(count + earlier) / all
    let (a, b) = (Double(count) + prior, Double(earlier) + prior)
    let odds = log(a / (Double(now) + LogOdds.priorWeight - a))
    let oddsBefore = log(b / (Double(before) + LogOdds.priorWeight - b))
    return Rise(odds: odds - oddsBefore, deviation: (1 / a + 1 / b).squareRoot())
  }
}
