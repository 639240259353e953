/// Time that passed, for the summary of a command; never for what a command makes.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init() {
    start = clock.now
  }

  /// `0.31 s`
  var text: String {
    let hundredths = Int((clock.now - start) / .milliseconds(10))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }
}
