internal import Basics

/// Everything below a folder: level by level, in the order of the bytes of the names within each
/// folder, so that two listings of one tree are equal.
package struct TreeListing: Sendable, Hashable {
  /// The folder's own entries, then those of its folders, and so on.
  package var levels: [[DiskEntry]]

  package init(levels: [[DiskEntry]] = []) {
    self.levels = levels
  }

  /// Files in any order, put in that of a listing; without their folders.
  init(files: [DiskEntry]) {
    self.init(listed: files.sorted { $0.path.isListed(before: $1.path) })
  }

  /// Entries of which the files, and the folders, are in the order of a listing.
  init(listed entries: [DiskEntry]) {
    levels = Dictionary(grouping: entries, by: \.path.depth).sorted { $0.key < $1.key }.map(\.value)
  }

  /// All entries that are no folders.
  var files: some Sequence<DiskEntry> { levels.lazy.joined().filter { $0.kind != .folder } }

  /// All folders, each after the one it lies in.
  var folders: some Sequence<DiskEntry> { levels.lazy.joined().filter { $0.kind == .folder } }

  /// The names in the folder itself.
  var top: Set<RawPath> { Set(levels.first?.map(\.path) ?? []) }

  /// The entries that are no folders, by path.
  var filesByPath: [RawPath: DiskEntry] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
  }

  /// With other entries for some of the files.
  func replacing(_ files: [RawPath: DiskEntry]) -> TreeListing {
    TreeListing(levels: levels.map { level in level.map { files[$0.path] ?? $0 } })
  }
}

extension DiskEntry {
  /// Whether it has the bytes that an earlier look found, as far as that is seen without reading them;
  /// a copy has them too.
  func hasBytes(of earlier: DiskEntry) -> Bool {
    kind == earlier.kind && size == earlier.size && modified == earlier.modified
  }
}

/// Lists everything below a folder, on all cores.
func listTree(
  below folder: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> TreeListing {
  var levels = [try calls.entries(in: folder)]
  while let level = levels.last {
    let folders = level.filter { $0.kind == .folder }.map(\.path)
    let next = try inParallel(folders.count, by: 16) { range throws(PublishError) in
      var found: [DiskEntry] = []
      for path in folders[range] { found += try entries(of: path, in: folder, calls) }
      return found
    }
    if next.isEmpty { break }
    levels.append(next)
  }
  return TreeListing(levels: levels)
}

/// The entries of a folder of the tree, with their paths from its root.
func entries(
  of path: RawPath, in root: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> [DiskEntry] {
  let folder = try calls.openFolder(path, in: root)
  defer { calls.close(folder) }
  return try calls.entries(in: folder).map { entry in
    var entry = entry
    entry.path = path.appending(entry.path)
    return entry
  }
}

/// What lies at the paths, in their order, without those at which nothing lies.
func entries(
  at paths: [RawPath], in root: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> [DiskEntry] {
  try inParallel(paths.count) { range throws(PublishError) in
    var found: [DiskEntry] = []
    for path in paths[range] {
      if let entry = try calls.entry(at: path, in: root) { found.append(entry) }
    }
    return found
  }
}
