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
  if snapshots.isEmpty || finder.diagnostics.hasErrors {
    return CommunityReading(community: nil, diagnostics: finder.diagnostics)
  }
  var merge = SnapshotMerge(slug, snapshots, in: fileSystem, cache: cache)
  var reading = merge.read()
  reading.diagnostics = finder.diagnostics + reading.diagnostics
  return reading
}
