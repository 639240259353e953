internal import Basics

/// One snapshot on the disk with its manifest read.
struct SnapshotFolder {
  var folder: SitePath
  var day: CalendarDay
  var manifest: SnapshotManifest

  /// nil when the manifest does not list it.
  func path(of name: SnapshotFileName) -> SitePath? {
    file(name).flatMap { try? folder.appending($0.path) }
  }

  func file(_ name: SnapshotFileName) -> SnapshotManifest.File? {
    manifest.files.first { SnapshotFileName(path: $0.path) == name }
  }

  /// Whether an item of that time would be in it if it still existed.
  func covers(_ published: Int64) -> Bool {
    manifest.complete && manifest.window.from.secondsSinceEpoch <= published
      && published <= manifest.window.to.secondsSinceEpoch
  }
}
