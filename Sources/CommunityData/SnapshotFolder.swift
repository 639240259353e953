internal import Basics

/// One snapshot on the disk with its manifest read.
struct SnapshotFolder {
  var folder: SitePath
  var day: CalendarDay
  var manifest: SnapshotManifest

  /// A file as its manifest describes it, and where it lies.
  struct Part {
    var file: SnapshotManifest.File
    var path: SitePath
  }

  /// The file of a name or, where it came in parts, these in their order; none when the manifest does
  /// not list it.
  func parts(of name: SnapshotFileName) -> [Part] {
    manifest.files.filter { SnapshotFileName(path: $0.path) == name }
      .sorted { number($0) < number($1) }
      .compactMap { file in
        (try? folder.appending(file.path)).map { Part(file: file, path: $0) }
      }
  }

  private func number(_ file: SnapshotManifest.File) -> Int {
    SnapshotFileName.part(of: file.path) ?? 0
  }

  /// Whether an item of that time would be in it if it still existed.
  func covers(_ published: Int64) -> Bool {
    manifest.complete && manifest.window.from.secondsSinceEpoch <= published
      && published <= manifest.window.to.secondsSinceEpoch
  }
}
