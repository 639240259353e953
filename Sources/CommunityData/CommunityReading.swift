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
/// `folder` is the folder of all snapshots: `Content/snapshots`, in which `<slug>/<YYYY-MM-DD>` lie.
package func readCommunity(
  slug: String, snapshotsUpTo lastDay: CalendarDay?, in fileSystem: any FileSystem,
  at folder: SitePath
) -> CommunityReading {
  CommunityReading(community: nil, diagnostics: [])
}
