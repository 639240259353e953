package import Basics

/// Copies a snapshot with other ids for its members: each id in every file, also in texts, is given
/// to a function and what it returns stands in its place.
package enum MemberRekeying {
  /// Writes the snapshot that lies at `folder` to `target`, which must not be there; everything
  /// else stays as it is, byte by byte, and the manifest gets the new checksums.
  package static func copy(
    _ folder: SitePath, to target: SitePath, in fileSystem: any FileSystem,
    renaming rename: (String) -> String
  ) throws(FileError) {
    let path = try file("manifest.json", in: folder)
    let source = SourceText(file: path.text, bytes: try fileSystem.read(path))
    let reading = ManifestReader.read(source)
    guard var manifest = reading.manifest else {
      let fault = reading.diagnostics.first
      throw FileError("read", path.text, reason: fault?.message ?? "it is no manifest")
    }
    manifest.files = try copyFiles(of: manifest, from: folder, to: target, fileSystem, rename)
    let written = try file("manifest.json", in: target)
    try fileSystem.write(manifest.encoded, to: written)
    try fileSystem.synchronize(written)
  }

  private static func copyFiles(
    of manifest: SnapshotManifest, from folder: SitePath, to target: SitePath,
    _ fileSystem: any FileSystem, _ rename: (String) -> String
  ) throws(FileError) -> [SnapshotManifest.File] {
    var files: [SnapshotManifest.File] = []
    for old in manifest.files {
      let renaming = MemberFile(
        source: try file(old.path, in: folder), target: try file(old.path, in: target),
        fileSystem: fileSystem)
      let name = SnapshotFileName(path: old.path)
      // Members and credits are sorted by the ids that change.
      let isSorted = name == .members || name == .attribution
      var new = old
      new.sha256 = try renaming.copy(sorted: isSorted, rename)
      files.append(new)
    }
    return files
  }

  private static func file(_ name: String, in folder: SitePath) throws(FileError) -> SitePath {
    do {
      return try folder.appending(name)
    } catch {
      throw FileError("write", name, reason: error.description)
    }
  }
}
