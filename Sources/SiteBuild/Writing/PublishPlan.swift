internal import Basics

/// What has to happen so that the output folder holds an edition: made before anything is written.
struct PublishPlan: Sendable {
  /// The edition in the order of its paths, the manifest among it.
  var files: [PlannedFile]
  /// Files of the edition before that are in this one no more.
  var removed: [RawPath]
  /// Files that Meadow did not write.
  var kept: [RawPath]
  /// Every folder of the new tree.
  var folders: Set<RawPath>
  /// The permissions of those that are there already.
  var modes: [RawPath: UInt32]
  /// Folders of the edition before that hold nothing any more.
  var emptied: [RawPath]
  /// What was in the folder before the edition was compared with it.
  var found: TreeListing

  /// Whether the output folder holds the edition already.
  var isFulfilled: Bool { removed.isEmpty && files.allSatisfy { $0.state == .unchanged } }

  /// Whether no file comes or goes.
  var isReplacement: Bool { removed.isEmpty && files.allSatisfy { $0.state != .added } }

  /// What differs from what is on disk, the manifest aside.
  private var written: some Sequence<PlannedFile> {
    files.lazy.filter { $0.state != .unchanged && $0.path != OutputManifest.path }
  }

  /// How many files come, change or go.
  var filesChanged: Int { removed.count + written.count { _ in true } }

  /// The counts for the user, who did not ask for a manifest.
  var summary: PublishSummary {
    var summary = PublishSummary()
    for file in files where file.path != OutputManifest.path {
      summary.bytes += file.size
      if file.state != .unchanged { summary.bytesWritten += file.size }
      switch file.state {
      case .unchanged: summary.unchanged += 1
      case .changed: summary.changed += 1
      case .added: summary.added += 1
      }
    }
    summary.removed = removed.count
    summary.tree = found
    summary.index = SearchIndexState(self)
    summary.changes = ChangedFiles(
      written: written.map(\.path.description),
      removed: removed.sorted().map(\.description))
    return summary
  }

  /// The files of the folder when the differing ones have been put into it.
  func tree(placing placed: [RawPath: DiskEntry]) -> TreeListing {
    if isReplacement { return found.replacing(placed) }
    var files = found.filesByPath.merging(placed) { $1 }
    for path in removed { files[path] = nil }
    return TreeListing(files: Array(files.values))
  }
}

/// A file of the new edition and how it stands to what is on disk.
struct PlannedFile: Sendable {
  enum State { case unchanged, changed, added }

  enum Content {
    case bytes([UInt8])
    /// On the stage of the edition.
    case staged
    /// In the output folder, as the last build wrote it.
    case standing
  }

  var path: RawPath
  var content: Content
  var size: Int
  var state: State

  var isStaged: Bool { if case .staged = content { true } else { false } }

  init(_ path: RawPath, _ bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
    size = bytes.count
    state = .added
  }

  init(_ file: StagedFile) {
    path = RawPath(file.path)
    content = .staged
    size = file.size
    state = .added
  }

  /// A file whose size is known when the folder has been looked at.
  init(standing path: SitePath) {
    self.path = RawPath(path)
    content = .standing
    size = 0
    state = .unchanged
  }

  /// An edition's files and its manifest, by path and not yet compared with the disk.
  static func edition(
    of files: [OutputFile], staged: [StagedFile], standing: [SitePath]
  ) -> [PlannedFile] {
    let manifest = OutputManifest(files.map(\.path) + staged.map(\.path) + standing)
    let last = PlannedFile(OutputManifest.path, Array(manifest.text.utf8))
    var edition = files.map { PlannedFile(RawPath($0.path), $0.bytes) }
    edition += staged.map { PlannedFile($0) } + standing.map(PlannedFile.init(standing:)) + [last]
    return edition.sorted { $0.path < $1.path }
  }
}

extension PublishPlan {
  /// The plan for a folder that is not there yet.
  init(new edition: [PlannedFile]) {
    files = edition
    (removed, kept, emptied, modes) = ([], [], [], [:])
    folders = foldersHolding(edition.map(\.path))
    found = TreeListing()
  }

  /// Compares an edition with a folder's tree, byte by byte on all cores.
  init(
    _ edition: [PlannedFile], replacing tree: OutputTree, _ calls: any DiskCalls
  ) throws(PublishError) {
    files = try compare(edition, with: tree, calls)
    found = tree.listing
    let wanted = Set(edition.map(\.path))
    let others = tree.listing.files.map(\.path).filter { !wanted.contains($0) }
    var tree = tree
    let isSame =
      files.allSatisfy { $0.state == .unchanged } && !others.contains(where: tree.owned.contains)
    if !isSame { tree.owned.formUnion(others.filter(SearchIndex.holds)) }
    removed = others.filter(tree.owned.contains)
    kept = others.filter { !tree.owned.contains($0) }
    folders = neededFolders(tree, holding: wanted.union(kept))
    emptied = tree.listing.folders.map(\.path).filter { [folders] in !folders.contains($0) }
    modes = Dictionary(uniqueKeysWithValues: tree.listing.folders.map { ($0.path, $0.mode) })
    for path in kept + edition.map(\.path) where folders.contains(path) {
      throw .inTheWay(tree.folder.naming(path))
    }
  }
}

/// The output folder as it was found.
struct OutputTree: Sendable {
  var folder: OpenFolder
  var listing: TreeListing
  /// What Meadow wrote, by the manifest, and the manifest.
  var owned: Set<RawPath>
}

private func compare(
  _ edition: [PlannedFile], with tree: OutputTree, _ calls: any DiskCalls
) throws(PublishError) -> [PlannedFile] {
  let onDisk = Dictionary(uniqueKeysWithValues: tree.listing.files.map { ($0.path, $0.size) })
  return try inParallel(edition.count) { range throws(PublishError) -> [PlannedFile] in
    var files = Array(edition[range])
    for index in files.indices {
      let path = files[index].path
      let size = onDisk[path]
      if case .standing = files[index].content {
        guard let size else { throw .touched(tree.folder.naming(path)) }
        files[index].size = size
      } else if let size {
        files[index].state = try state(of: files[index], sized: size, in: tree, calls)
      }
    }
    return files
  }
}

/// How a file of the edition stands to the file of its path, which has `size` bytes.
private func state(
  of file: PlannedFile, sized size: Int, in tree: OutputTree, _ calls: any DiskCalls
) throws(PublishError) -> PlannedFile.State {
  // What is staged was compared before it was.
  if case .bytes(let bytes) = file.content, size == bytes.count,
    try calls.holds(bytes, at: file.path, in: tree.folder)
  {
    return .unchanged
  }
  guard tree.owned.contains(file.path) else { throw .inTheWay(tree.folder.naming(file.path)) }
  return .changed
}

/// The folders the new tree needs. A folder that only others can have made stays, even when it is
/// empty.
private func neededFolders(_ tree: OutputTree, holding files: Set<RawPath>) -> Set<RawPath> {
  let ours = foldersHolding(tree.owned)
  let theirs = tree.listing.folders.map(\.path).filter { !ours.contains($0) }
  let held = files == tree.owned ? ours : foldersHolding(files)
  return held.union(theirs).union(foldersHolding(theirs))
}

/// Every folder that some of the paths lie in, at any depth.
func foldersHolding(_ paths: some Sequence<RawPath>) -> Set<RawPath> {
  var found: Set<RawPath> = []
  for path in paths {
    // When a folder is known, so are those it lies in.
    for folder in path.folders where !found.insert(folder).inserted { break }
  }
  return found
}
