internal import SiteBuild
internal import Synchronization

/// How long each phase of a build took, for `--timings`.
final class PhaseTimes: Sendable {
  private let clock = ContinuousClock()
  private let begun = Mutex<[(phase: BuildPhase, at: ContinuousClock.Instant)]>([])

  @Sendable func begin(_ phase: BuildPhase) {
    begun.withLock { $0.append((phase, clock.now)) }
  }

  /// A phase a line; the last one runs until now.
  var text: String {
    let begun = begun.withLock { $0 }
    let ends = begun.dropFirst().map(\.at) + [clock.now]
    return TimeTable.text(zip(begun, ends).map { ($0.phase.rawValue, $1 - $0.at) })
  }
}
