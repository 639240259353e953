internal import SiteBuild
internal import Synchronization

/// How long each phase of a build took, for `--timings`.
final class PhaseTimes: Sendable {
  private let clock = ContinuousClock()
  private let begun = Mutex<[(phase: BuildPhase, at: ContinuousClock.Instant)]>([])

  @Sendable func begin(_ phase: BuildPhase) {
    begun.withLock { $0.append((phase, clock.now)) }
  }

  /// A phase a line: `rendering      812 ms`. The last one runs until now.
  var text: String {
    let begun = begun.withLock { $0 }
    let ends = begun.dropFirst().map(\.at) + [clock.now]
    return zip(begun, ends).map { part, end in
      let name = part.phase.rawValue
      let time = String(Int((end - part.at) / .milliseconds(1)))
      let gap = max(1, PhaseTimes.width - name.count - time.count)
      return name + String(repeating: " ", count: gap) + time + " ms"
    }.joined(separator: "\n")
  }

  private static let width = 18
}
