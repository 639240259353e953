package import Basics
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The tree of the next edition while its pages are still being made.
///
/// What is finished is laid down there, so that the bytes of a large site are never all in memory; what
/// the output folder holds already is not written again. Nobody serves the tree before it is published,
/// and whoever has a stage clears it in the end: after a publication there is nothing left to clear.
package final class EditionStage: Sendable {
  private let output: OutputFolder
  private let parent: OpenFolder
  /// The edition that is published now.
  private let current: OpenFolder?
  private let calls: any DiskCalls
  private let tree = Mutex(Tree.none)

  private enum Tree: Sendable {
    case none
    case begun(OpenFolder)
    /// The disk would not have one of the files.
    case refused(OpenFolder, PublishError)
    /// No folder can be made beside the output.
    case impossible

    var folder: OpenFolder? {
      switch self {
      case .begun(let folder), .refused(let folder, _): folder
      case .none, .impossible: nil
      }
    }
  }

  /// Nil where there is no folder for the output to lie in, where the output is on another disk than
  /// that, or where it cannot be told: the publication finds another way, or says why not.
  package init?(
    for output: OutputFolder, _ calls: any DiskCalls = KernelCalls(),
    holding lock: borrowing SiteLock
  ) {
    guard let parent = try? calls.openFolder(at: output.parent) else { return nil }
    do throws(PublishError) {
      try recover(output, in: parent, calls)
      current = try openEdition(output, in: parent, calls)
    } catch {
      calls.close(parent)
      return nil
    }
    self.output = output
    self.parent = parent
    self.calls = calls
  }

  deinit {
    calls.close(parent)
    if let current { calls.close(current) }
    if let folder = tree.withLock({ $0.folder }) { calls.close(folder) }
  }

  /// Takes finished files; may run for many lists at once.
  package func lay(_ files: [OutputFile]) -> LaidFiles {
    var laid = LaidFiles()
    var folders: Set<RawPath> = []
    for file in files {
      let path = RawPath(file.path)
      let finished = StagedFile(path: file.path, size: file.bytes.count)
      if isThere(file, at: path) {
        laid.unchanged.append(finished)
      } else if put(file, at: path, making: &folders) {
        laid.staged.append(finished)
      } else {
        laid.kept.append(file)
      }
    }
    return laid
  }

  /// Where the staged files can be read, and those of the edition before.
  var files: (staged: any FileSystem, published: any FileSystem) {
    (
      DiskFileSystem(root: parent.naming(output.staging)),
      DiskFileSystem(root: parent.naming(output.name))
    )
  }

  /// The tree, where anything was laid down; throws what kept something from being.
  func begunTree() throws(PublishError) -> OpenFolder? {
    let tree = tree.withLock { $0 }
    if case .refused(_, let refusal) = tree { throw refusal }
    return tree.folder
  }

  /// Says that the tree is published: what has its name now is another.
  func handOver() { _ = letGo() }

  /// Removes what was laid down and not published.
  package func clear() {
    // Only tidiness: the next run removes what cannot be removed now.
    if letGo() { try? removeTree(output.staging, in: parent, calls) }
  }

  /// Closes the tree; false where there was none.
  private func letGo() -> Bool {
    let folder = tree.withLock { tree in
      defer { tree = .none }
      return tree.folder
    }
    if let folder { calls.close(folder) }
    return folder != nil
  }

  /// Whether the output folder holds the file; one that cannot be read is not there.
  private func isThere(_ file: OutputFile, at path: RawPath) -> Bool {
    guard let current, let entry = try? calls.entry(at: path, in: current),
      entry.kind == .file, entry.size == file.bytes.count
    else { return false }
    return (try? calls.holds(file.bytes, at: path, in: current)) ?? false
  }

  /// Whether the file lies in the tree now. After the first that the disk refuses no other is tried: the
  /// publication tells why.
  private func put(
    _ file: OutputFile, at path: RawPath, making folders: inout Set<RawPath>
  ) -> Bool {
    guard let tree = tree.withLock({ begin(&$0) }) else { return false }
    do throws(PublishError) {
      let missing = path.folders.prefix { !folders.contains($0) }
      for folder in Array(missing).reversed() {
        try makeFolder(folder, in: tree)
        folders.insert(folder)
      }
      try calls.create(path, in: tree, file.bytes)
      return true
    } catch {
      self.tree.withLock { if case .begun(let folder) = $0 { $0 = .refused(folder, error) } }
      return false
    }
  }

  /// The tree to lay files in, made if need be.
  private func begin(_ tree: inout Tree) -> OpenFolder? {
    switch tree {
    case .begun(let folder): return folder
    case .refused, .impossible: return nil
    case .none: break
    }
    do throws(PublishError) {
      let folder = try makeTree()
      tree = .begun(folder)
      return folder
    } catch {
      tree = .impossible
      return nil
    }
  }

  private func makeTree() throws(PublishError) -> OpenFolder {
    try calls.makeFolder(output.staging, in: parent)
    do {
      // By it the next run knows a tree left behind; which files the edition has is not known yet.
      let manifest = output.staging.appending(OutputManifest.path)
      try calls.create(manifest, in: parent, Array(OutputManifest([]).text.utf8))
      return try calls.openFolder(output.staging, in: parent)
    } catch {
      // It would be in the way of the publication.
      try? removeTree(output.staging, in: parent, calls)
      throw error
    }
  }

  /// Another list of files may have made it a moment ago.
  private func makeFolder(_ path: RawPath, in tree: OpenFolder) throws(PublishError) {
    do {
      try calls.makeFolder(path, in: tree)
    } catch {
      guard case .disk(_, _, EEXIST) = error else { throw error }
    }
  }
}

/// The edition that is published now, nil where there is none.
private func openEdition(
  _ output: OutputFolder, in parent: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> OpenFolder? {
  guard try isFolder(output.name, in: parent, calls) else { return nil }
  if let own = try calls.entry(at: output.name, in: parent),
    let above = try calls.entry(at: RawPath("."), in: parent)
  {
    try refuseMountPoint(output, own, beside: above)
  }
  return try calls.openFolder(output.name, in: parent)
}
