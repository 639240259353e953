internal import Basics

/// One snapshot on the disk with its manifest read.
struct SnapshotFolder {
  var folder: SitePath
  var day: CalendarDay
  var manifest: SnapshotManifest

  func path(of name: SnapshotFileName) -> SitePath? { try? folder.appending(name.rawValue) }

  func file(_ name: SnapshotFileName) -> SnapshotManifest.File? {
    manifest.files.first { $0.path == name.rawValue }
  }

  /// Whether an item of that time would be in it if it still existed.
  func covers(_ published: Int64) -> Bool {
    manifest.complete && manifest.window.from.secondsSinceEpoch <= published
      && published <= manifest.window.to.secondsSinceEpoch
  }
}
