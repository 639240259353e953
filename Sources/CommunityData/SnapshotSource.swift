package import Basics

/// A file that measurements of a community were made from.
package struct SnapshotSource: Sendable, Equatable {
  package var path: SitePath
  /// Lower-case hexadecimal.
  package var sha256: String
  package var rows: Int
}

/// The files of items and members of a community's snapshots, oldest first.
package func snapshotSources(
  of slug: String, in fileSystem: any FileSystem, at folder: SitePath
) -> [SnapshotSource] {
  var finder = SnapshotFinder(in: fileSystem)
  return finder.find(slug, upTo: nil, at: folder).flatMap { snapshot in
    (snapshot.parts(of: .items) + snapshot.parts(of: .members)).map { part in
      SnapshotSource(path: part.path, sha256: part.file.sha256, rows: part.file.rows)
    }
  }
}
