package import Basics

/// A file that measurements of a community were made from.
package struct SnapshotSource: Sendable, Equatable {
  /// Beginning with the site's folder; of what was measured elsewhere, with the day of its snapshot.
  package var path: String
  /// Lower-case hexadecimal.
  package var sha256: String
  package var rows: Int
}

/// The files of items and members of a community's snapshots, oldest first.
package func snapshotSources(
  of slug: String, in fileSystem: any FileSystem, at folder: SitePath
) -> [SnapshotSource] {
  var finder = SnapshotFinder(in: fileSystem)
  return finder.find(slug, upTo: nil, at: folder).readTogether.flatMap { snapshot in
    if let measured = snapshot.manifest.measured {
      return measured.inputs.map { SnapshotSource(path: $0.path, sha256: $0.sha256, rows: $0.rows) }
    }
    return (snapshot.parts(of: .items) + snapshot.parts(of: .members)).map { part in
      SnapshotSource(path: part.path.text, sha256: part.file.sha256, rows: part.file.rows)
    }
  }
}
