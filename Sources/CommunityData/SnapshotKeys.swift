package import Basics

/// The marks of the site keys that made the member ids of all snapshots below `Content/snapshots`.
///
/// Manifests that cannot be read are left to `build`, which says what is wrong with them.
package func snapshotKeys(_ fileSystem: any FileSystem) throws(FileError) -> Set<String> {
  guard let folder = try? SitePath("Content/snapshots") else { return [] }
  var keys: Set<String> = []
  for community in try fileSystem.entries(in: folder) where community.kind == .folder {
    for snapshot in try fileSystem.entries(in: community.path) where snapshot.kind == .folder {
      guard let path = try? snapshot.path.appending("manifest.json"),
        try fileSystem.entry(at: path) != nil
      else { continue }
      let source = SourceText(file: path.text, bytes: try fileSystem.read(path))
      if let key = ManifestReader.read(source).manifest?.key { keys.insert(key) }
    }
  }
  return keys
}
