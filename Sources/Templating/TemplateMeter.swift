internal import Synchronization

/// Counts how often each template was rendered, and for how long on all cores together.
///
/// A class, since all workers add to one count.
package final class TemplateMeter: Sendable {
  package struct Use: Sendable, Hashable {
    package var template: String
    package var calls: Int
    package var time: Duration

    package init(template: String, calls: Int, time: Duration) {
      self.template = template
      self.calls = calls
      self.time = time
    }
  }

  private let clock = ContinuousClock()
  private let counts = Mutex<[String: (calls: Int, time: Duration)]>([:])

  package init() {}

  /// Those that took longest first, templates of the same time by name.
  package var uses: [Use] {
    counts.withLock { $0 }.map { Use(template: $0, calls: $1.calls, time: $1.time) }
      .sorted { ($1.time, $0.template) < ($0.time, $1.template) }
  }

  func measure<Result>(
    _ template: String, _ body: () throws(TemplateError) -> Result
  ) throws(TemplateError) -> Result {
    let start = clock.now
    defer {
      let time = clock.now - start
      counts.withLock { counts in
        counts[template, default: (0, .zero)].calls += 1
        counts[template, default: (0, .zero)].time += time
      }
    }
    return try body()
  }
}
