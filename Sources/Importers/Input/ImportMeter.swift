/// Counts what was read and tells the caller now and then.
///
/// A class, since the streams of an export and the importer count into the same one.
final class ImportMeter {
  private static let bytesBetweenReports = 1 << 20

  private(set) var progress = ImportProgress()
  private var reportedBytes = 0
  private let report: (ImportProgress) -> Void

  init(_ report: @escaping (ImportProgress) -> Void) {
    self.report = report
  }

  func expect(_ bytes: Int) { progress.bytesTotal += bytes }

  func addRecord() { progress.records += 1 }

  func addBytes(_ count: Int) {
    progress.bytesDone += count
    if progress.bytesDone - reportedBytes >= ImportMeter.bytesBetweenReports { finish() }
  }

  /// Reports where things stand now.
  func finish() {
    reportedBytes = progress.bytesDone
    report(progress)
  }
}
