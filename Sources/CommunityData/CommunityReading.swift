package import Basics

/// What reading a community's snapshots gave.
package struct CommunityReading: Sendable {
  /// nil when there is no snapshot that can be used.
  package var community: Community?
  package var diagnostics: [Diagnostic]
  /// Records of the snapshots that could not be read.
  package var quarantined: [QuarantinedRecord]

  package init(
    community: Community?, diagnostics: [Diagnostic], quarantined: [QuarantinedRecord] = []
  ) {
    self.community = community
    self.diagnostics = diagnostics
    self.quarantined = quarantined
  }
}

/// Reads the snapshots of a community up to a day and merges them into one state.
///
/// An item that a later complete snapshot no longer has, though its window covers it, becomes deleted
/// as of that snapshot's collection. Any error leaves no community, for nothing may be published then.
///
/// `folder` is the folder of all snapshots: `Content/snapshots`, in which `<slug>/<YYYY-MM-DD>` lie.
/// With a cache, only files that are new or were touched since the last time are read.
package func readCommunity(
  slug: String, snapshotsUpTo lastDay: CalendarDay?, in fileSystem: any FileSystem,
  at folder: SitePath, cache: CacheFolder? = nil
) -> CommunityReading {
  var finder = SnapshotFinder(in: fileSystem)
  let snapshots = finder.find(slug, upTo: lastDay, at: folder)
  guard let newest = snapshots.last, !finder.diagnostics.hasErrors else {
    return CommunityReading(community: nil, diagnostics: finder.diagnostics)
  }
  let isMeasured = newest.manifest.measured != nil
  var merge = SnapshotMerge(
    slug, snapshots.readTogether, in: fileSystem, cache: isMeasured ? nil : cache)
  var reading = merge.read()
  reading.diagnostics =
    finder.diagnostics + (isMeasured ? [] : snapshots.compactMap(\.leftAside)) + reading.diagnostics
  return reading
}

extension [SnapshotFolder] {
  /// Those of some snapshots, oldest first, that a community is made of: the newest alone where it was
  /// measured elsewhere, for whoever did so has read all there are; else those with items.
  var readTogether: [SnapshotFolder] {
    guard let newest = last else { return [] }
    return newest.manifest.measured == nil ? filter { $0.manifest.measured == nil } : [newest]
  }
}

extension SnapshotFolder {
  /// The finding about a measured snapshot that is not read.
  fileprivate var leftAside: Diagnostic? {
    if manifest.measured == nil { return nil }
    return Diagnostic(
      CommunityDataCodes.leftAside, "\(folder) is measured, and a newer snapshot is not",
      severity: .warning, fix: "remove it, or measure all snapshots again")
  }
}
