/// Holds the current edition and wakes those who wait for the next.
///
/// An actor, because builds and requests come from different threads and waiting takes time.
package actor PreviewBoard {
  package private(set) var edition = PreviewEdition.nothing
  private var waiting: [CheckedContinuation<Void, Never>] = []

  package init() {}

  package func show(_ edition: PreviewEdition) {
    self.edition = edition
    wakeAll()
  }

  /// The first edition after `version`, or the current one when nothing came in time.
  func edition(after version: Int, within limit: Duration) async -> PreviewEdition {
    if edition.version <= version {
      let timer = Task {
        try await Task.sleep(for: limit)
        self.wakeAll()
      }
      await withCheckedContinuation { waiting.append($0) }
      timer.cancel()
    }
    return edition
  }

  private func wakeAll() {
    for one in waiting { one.resume() }
    waiting = []
  }
}
