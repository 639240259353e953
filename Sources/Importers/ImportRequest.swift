package import Basics
package import CommunityData

/// What to import, from where, and on whose behalf: all that decides the bytes of a snapshot.
package struct ImportRequest: Sendable {
  /// A name of ``ImporterCatalogue`` such as `stackexchange`, or `auto`.
  package var format: String
  /// Files, folders or archives on the real disk, absolute or relative to the working folder.
  package var inputs: [String]
  /// The community's slug, the folder below `Content/snapshots/`.
  package var community: String
  /// The address of the community's own place, without a slash at its end:
  /// `https://history.meta.stackexchange.com`.
  package var origin: String
  /// What the snapshot calls the platform; nil takes the format's own name.
  package var platform: String?
  /// When the export was made; an input, never the clock.
  package var collected: Timestamp
  /// Keeps only what had happened by the end of this day (UTC), as an earlier snapshot would show.
  package var until: CalendarDay?
  /// Names of the channels to take; empty takes all.
  package var channels: [String]
  package var scope: SnapshotManifest.Scope
  /// Content licences, where the format does not fix them; empty takes the format's own.
  package var licences: [SnapshotManifest.Licence]
  /// The platform's own handles (or user ids) of the organisation's people.
  package var staff: Set<String>
  /// Handles (or user ids) of programs, where the platform does not mark them.
  package var bots: Set<String>
  package var key: SiteKey
  /// Whether to read, check and count everything and write nothing.
  package var isDryRun: Bool
  /// Whether the snapshot's files are written as `.gz`.
  package var isCompressed: Bool
  /// In how many files the snapshot's items come; nil for one.
  package var parts: Int?
  /// Which column holds what, for somebody's own table.
  package var columns: ColumnMap
  /// Name and version written into the manifest.
  package var exporter: SnapshotManifest.Exporter

  package init(
    format: String, inputs: [String], community: String, origin: String, collected: Timestamp,
    key: SiteKey
  ) {
    self.format = format
    self.inputs = inputs
    self.community = community
    self.origin = origin
    self.collected = collected
    self.key = key
    channels = []
    scope = .public
    licences = []
    staff = []
    bots = []
    isDryRun = false
    isCompressed = false
    columns = .plain
    exporter = SnapshotManifest.Exporter(name: "meadow", version: "")
  }
}
