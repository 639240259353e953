internal import Basics

/// The merged state of a community's snapshots as an earlier run left it.
///
/// It is of exactly these snapshots as long as their manifests say the same and no file of theirs was
/// touched: path, size, time and inode are those of when its checksum was taken.
struct CommunityCache {
  private let name: String
  private let fileSystem: any FileSystem
  private let cache: CacheFolder
  /// For each number of snapshots, from one on: what their state follows from, and their files.
  private let keys: [CacheKey]
  private let files: [[FileEntry]]

  /// So long after a file's own time an entry must have been written: a file that is written again
  /// within a tick of the disk's clock looks untouched.
  private static let tick: Int64 = 20_000_000

  /// Looks at the files as they are before they are read. `snapshots` are sorted, oldest first.
  init(
    _ slug: String, _ snapshots: [SnapshotFolder], in fileSystem: any FileSystem,
    cache: CacheFolder
  ) {
    name = slug + ".items"
    self.fileSystem = fileSystem
    self.cache = cache
    // Each follows from the one before, so that no manifest is hashed for all that come behind it.
    keys = snapshots.reduce(into: [CacheKey]()) { keys, snapshot in
      let before = Array((keys.last?.text ?? "").utf8)
      keys.append(CacheKey([before, Array(snapshot.folder.text.utf8), snapshot.manifest.encoded]))
    }
    files = snapshots.map { snapshot in
      snapshot.manifest.files.compactMap { file in
        (try? snapshot.folder.appending(file.path)).flatMap { try? fileSystem.entry(at: $0) }
      }
    }
  }

  /// The state of as many of the snapshots as possible, from the oldest on; a note where an entry is no
  /// good.
  func read(_ notes: inout [Diagnostic]) -> MergedCommunity? {
    let (state, note) = cache.read(name, of: keys) { input, key -> MergedCommunity? in
      let snapshots = key + 1
      guard isUntouched(&input, snapshots: snapshots) else { return nil }
      var state = MergedCommunity(&input, fileSystem, isWhole: snapshots == keys.count)
      state?.snapshots = snapshots
      return state
    }
    if let note { notes.append(note) }
    return state
  }

  /// What the state of so many snapshots follows from.
  func key(ofFirst snapshots: Int) -> CacheKey? {
    keys.indices.contains(snapshots - 1) ? keys[snapshots - 1] : nil
  }

  func write(_ state: MergedCommunity) {
    guard cache.isWritable, state.snapshots > 0 else { return }
    let entries = files[..<state.snapshots].flatMap { $0 }
    let numbers = entries.flatMap(numbers)
    cache.write(name, of: keys[state.snapshots - 1]) { output in
      output.texts(entries.map(\.path.text))
      output.column(numbers)
      state.write(to: &output)
    }
  }

  private func isUntouched(_ input: inout CacheInput, snapshots: Int) -> Bool {
    let entries = files[..<snapshots].flatMap { $0 }
    let isSame =
      input.texts() == entries.map(\.path.text)
      && input.column(of: Int64.self) == entries.flatMap(numbers)
    return isSame
      && entries.allSatisfy { $0.modified + CommunityCache.tick < input.writtenAt }
  }

  private func numbers(_ entry: FileEntry) -> [Int64] {
    [Int64(entry.size), entry.modified, Int64(bitPattern: entry.inode)]
  }
}
