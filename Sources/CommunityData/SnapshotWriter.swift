package import Basics

/// Takes records as an importer reads them and writes them as one canonical snapshot: sorted, with
/// checksums, whole or not at all.
package struct SnapshotWriter {
  private var manifest: SnapshotManifest
  private let folder: SitePath
  private let fileSystem: any FileSystem

  /// `folder` is `Content/snapshots/<community>/<YYYY-MM-DD>`; the manifest's counts and files are
  /// filled in by the writer.
  package init(manifest: SnapshotManifest, folder: SitePath, fileSystem: any FileSystem) {
    self.manifest = manifest
    self.folder = folder
    self.fileSystem = fileSystem
  }

  package mutating func append(_ item: Item) {}
  package mutating func append(_ member: Member) {}
  package mutating func append(_ channel: Channel) {}
  package mutating func append(_ credit: Attribution) {}
  package mutating func quarantine(_ record: QuarantinedRecord) {}
  /// Counts a record left out on purpose.
  package mutating func withhold(reason: String) {}
  /// Adds to the number of records read from the export.
  package mutating func countRead(_ records: Int) {}
  /// Writes the snapshot; the manifest as written.
  package mutating func finish() throws(SnapshotError) -> SnapshotManifest { manifest }
}
