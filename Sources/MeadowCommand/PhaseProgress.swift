internal import ArgumentParser
internal import SiteBuild
internal import Synchronization

/// Shows which phase a build is in once it takes longer than a second: a bar on a terminal, a plain
/// line every ten seconds elsewhere.
///
/// A class, since the build tells it what a clock of its own shows.
final class PhaseProgress: Sendable {
  private struct State {
    var phase: BuildPhase?
    var isShown = false
    var isOver = false
  }

  private let console: Console
  private let state = Mutex(State())
  private let start: ContinuousClock.Instant

  init(console: Console, isQuiet: Bool) {
    self.console = console
    start = ContinuousClock().now
    if isQuiet { return }
    let pause: Duration = console.drawsBars ? .milliseconds(200) : .seconds(10)
    Task.detached { [self] in
      try await Task.sleep(for: console.drawsBars ? .seconds(1) : pause)
      while show() { try await Task.sleep(for: pause) }
    }
  }

  @Sendable func begin(_ phase: BuildPhase) {
    state.withLock { $0.phase = phase }
  }

  /// Clears the bar; from now on nothing is shown.
  func finish() {
    state.withLock { state in
      if state.isShown, !state.isOver { console.redraw("") }
      state.isOver = true
    }
  }

  /// Takes the bar away while something is said.
  func interrupt(_ speak: () throws(ExitCode) -> Void) throws(ExitCode) {
    try state.withLock { (state) throws(ExitCode) in
      if state.isShown { console.redraw("") }
      state.isShown = false
      try speak()
    }
  }

  /// Whether there may be more to show. Drawn under the lock, so that no bar is drawn over what is
  /// said after the end.
  private func show() -> Bool {
    let seconds = Int((ContinuousClock().now - start) / .seconds(1))
    return state.withLock { state in
      guard !state.isOver, let phase = state.phase else { return !state.isOver }
      let text = ProgressText.phase(phase, seconds: seconds)
      if console.drawsBars { console.redraw(text) } else { console.line(text, to: .errors) }
      state.isShown = console.drawsBars
      return true
    }
  }
}
