internal import Synchronization

/// Counts what was read and tells the caller now and then.
///
/// A class, since the streams of an export and the importer count into the same one, and the streams
/// may be read ahead beside it.
final class ImportMeter: Sendable {
  private struct State {
    var progress = ImportProgress()
    var reportedBytes = 0
  }

  private let state = Mutex(State())
  private let report: @Sendable (ImportProgress) -> Void

  private static let bytesBetweenReports = 1 << 20

  init(_ report: @escaping @Sendable (ImportProgress) -> Void) {
    self.report = report
  }

  func expect(_ bytes: Int) { state.withLock { $0.progress.bytesTotal += bytes } }

  func addRecord() { state.withLock { $0.progress.records += 1 } }

  func addBytes(_ count: Int) {
    let isDue = state.withLock { state in
      state.progress.bytesDone += count
      return state.progress.bytesDone - state.reportedBytes >= ImportMeter.bytesBetweenReports
    }
    if isDue { finish() }
  }

  /// Reports where things stand now.
  func finish() {
    let progress = state.withLock { state in
      state.reportedBytes = state.progress.bytesDone
      return state.progress
    }
    report(progress)
  }
}
