internal import Basics
internal import Synchronization

/// Progress of anything longer than a second: a bar on a terminal, plain lines elsewhere.
///
/// A class, since the one who shows progress and the one who clears the bar are not the same.
final class ProgressMeter: Sendable {
  private struct State {
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private let console: Console
  private let isQuiet: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  init(console: Console, isQuiet: Bool) {
    self.console = console
    self.isQuiet = isQuiet
    start = clock.now
    state = Mutex(State(next: start + .seconds(1)))
  }

  /// Shows how far things are, at most ten times a second on a terminal and every ten seconds else.
  func show(_ done: Int, of total: Int, records: Int) {
    if isQuiet { return }
    state.withLock { state in
      guard clock.now >= state.next else { return }
      let draws = console.drawsBars
      state.next = clock.now + (draws ? .milliseconds(100) : .seconds(10))
      state.isShown = draws
      let text = line(done, total, records)
      if draws { console.redraw(text) } else { console.line(text, to: .errors) }
    }
  }

  /// Clears the bar.
  func finish() {
    state.withLock { state in
      if state.isShown { console.redraw("") }
      state.isShown = false
    }
  }

  private func line(_ done: Int, _ total: Int, _ records: Int) -> String {
    ProgressText.records(
      records, percent: total > 0 ? min(100, done * 100 / total) : 0,
      seconds: Int((clock.now - start) / .seconds(1)))
  }
}
