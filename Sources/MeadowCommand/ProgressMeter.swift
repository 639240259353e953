internal import Basics

/// Progress of anything longer than a second: a bar on a terminal, plain lines elsewhere.
///
/// A class, since the one who shows progress and the one who clears the bar are not the same.
final class ProgressMeter {
  private let console: Console
  private let isQuiet: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var isShown = false

  init(console: Console, isQuiet: Bool) {
    self.console = console
    self.isQuiet = isQuiet
    start = clock.now
    next = start + .seconds(1)
  }

  /// Shows how far things are, at most ten times a second on a terminal and every ten seconds else.
  func show(_ done: Int, of total: Int, records: Int) {
    guard !isQuiet, clock.now >= next else { return }
    let isTerminal = console.isTerminal(.errors)
    next = clock.now + (isTerminal ? .milliseconds(100) : .seconds(10))
    isShown = isTerminal
    let text = line(done, total, records)
    console.write(Array((isTerminal ? "\r\u{1B}[K\(text)" : text + "\n").utf8), to: .errors)
  }

  /// Clears the bar.
  func finish() {
    if isShown { console.write(Array("\r\u{1B}[K".utf8), to: .errors) }
    isShown = false
  }

  private func line(_ done: Int, _ total: Int, _ records: Int) -> String {
    let percent = total > 0 ? min(100, done * 100 / total) : 0
    let filled = percent / 5
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    let seconds = max(1, Int((clock.now - start) / .seconds(1)))
    return "[\(bar)] \(percent)%  \(numberText(records)) records, "
      + "\(numberText(records / seconds)) a second"
  }
}
