package import Basics
package import CommunityData

/// What an import made, or with a dry run would have made.
package struct ImportResult: Sendable {
  /// Its `counts` add up: read = items + withheld + quarantined.
  package var manifest: SnapshotManifest
  /// What the reader should know and need not mend: `Badges.xml is not there`.
  package var notes: [String]
  /// Warnings with their places: quarantined records, files that end too early.
  package var diagnostics: [Diagnostic]
  /// A warning that the export may be older than its day says.
  package var earlyEnd: Diagnostic?
  /// Against the snapshots before it; nil for the first, and for a dry run.
  package var refresh: SnapshotRefresh?

  package init(manifest: SnapshotManifest, notes: [String], diagnostics: [Diagnostic]) {
    self.manifest = manifest
    self.notes = notes
    self.diagnostics = diagnostics
  }
}

/// How far an import has come; given to the caller after each piece of input.
package struct ImportProgress: Sendable, Equatable {
  /// Of the input as it lies on the disk, compressed or not.
  package var bytesDone: Int
  package var bytesTotal: Int
  package var records: Int

  package init(bytesDone: Int = 0, bytesTotal: Int = 0, records: Int = 0) {
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.records = records
  }
}
