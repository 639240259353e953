#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Publishes an edition at one stroke: the new tree is put together beside the old one, made safe
/// from a loss of power, and the two change names.
struct TreeExchange {
  var output: OutputFolder
  var parent: OpenFolder
  /// The output folder as it is, or nil before the first publication.
  var current: OpenFolder?
  var plan: PublishPlan
  /// What of the new tree there is already; nil where nothing is.
  var stage: OpenFolder?
  var calls: any DiskCalls

  /// Afterwards the old tree lies at ``OutputFolder/staging``. Returns the files of the new one.
  ///
  /// Throws ``PublishError/exchangeRefused(path:reason:)`` where trees cannot be exchanged; after
  /// any error the old edition is in place, or the new one if only its safety is in doubt. A tree that
  /// was begun before is left then to whoever began it.
  func run() throws(PublishError) -> TreeListing {
    do {
      let freshMode = try makeStage()
      let stage = try calls.openFolder(output.staging, in: parent)
      defer { calls.close(stage) }
      let files = try fill(stage, freshMode)
      try calls.syncFileSystem(of: stage)
      try swap()
      try calls.sync(parent)
      return TreeListing(files: files)
    } catch {
      // Only tidiness: the next run removes what cannot be removed now.
      if stage == nil { try? removeTree(output.staging, in: parent, calls) }
      throw error
    }
  }

  /// Makes the new root and returns the permissions that folders get here.
  private func makeStage() throws(PublishError) -> UInt32 {
    let old = try calls.entry(at: output.name, in: parent)
    if stage == nil {
      try refusing { () throws(PublishError) in try calls.makeFolder(output.staging, in: parent) }
    }
    guard let new = try calls.entry(at: output.staging, in: parent) else {
      throw .disk(action: "find", path: parent.naming(output.staging), number: ENOENT)
    }
    guard let old else { return new.mode }
    try refuseMountPoint(output, old, beside: new)
    try keep(old.mode, new.mode, of: output.staging, in: parent)
    return new.mode
  }

  private func fill(_ stage: OpenFolder, _ freshMode: UInt32) throws(PublishError) -> [DiskEntry] {
    // The manifest comes first: by it the next run knows a tree left behind.
    let manifest = plan.files.filter { $0.path == OutputManifest.path }
    for file in manifest { try placeManifest(file, in: stage) }
    try makeFolders(in: stage, freshMode)
    let files = plan.files.filter { $0.path != OutputManifest.path && !$0.isStaged }
    try forEachInParallel(files.count) { index throws(PublishError) in
      try place(files[index], in: stage)
    }
    try forEachInParallel(plan.kept.count) { index throws(PublishError) in
      try linkOrCopy(plan.kept[index], to: stage)
    }
    return try entriesAsPlanned(in: stage)
  }

  /// The files of the new tree; those that somebody has written to since they were compared as they
  /// were then, so that the next build sees that they are others.
  private func entriesAsPlanned(in stage: OpenFolder) throws(PublishError) -> [DiskEntry] {
    let made = plan.files.filter(isMade).map(\.path)
    let stayed = plan.files.filter { !isMade($0) }.map(\.path) + plan.kept
    let found = plan.found.filesByPath
    return try entries(at: made, in: stage, calls)
      + entries(at: stayed, in: stage, calls).map { entry in
        found[entry.path].flatMap { entry.hasBytes(of: $0) ? nil : $0 } ?? entry
      }
  }

  /// Whether a file of the new tree is another than that of the old one.
  private func isMade(_ file: PlannedFile) -> Bool {
    file.state != .unchanged || stage != nil && file.path == OutputManifest.path
  }

  private func makeFolders(in stage: OpenFolder, _ freshMode: UInt32) throws(PublishError) {
    let made = foldersHolding(plan.files.lazy.filter(\.isStaged).map(\.path))
    let levels = Dictionary(grouping: plan.folders, by: \.depth).sorted { $0.key < $1.key }
    for (_, level) in levels {
      try forEachInParallel(level.count) { index throws(PublishError) in
        if !made.contains(level[index]) { try calls.makeFolder(level[index], in: stage) }
        if let mode = plan.modes[level[index]] {
          try keep(mode, freshMode, of: level[index], in: stage)
        }
      }
    }
  }

  /// Gives a new folder the permissions of the one it replaces; its owner keeps all of them, since
  /// it is to be filled.
  private func keep(
    _ mode: UInt32, _ freshMode: UInt32, of path: RawPath, in folder: OpenFolder
  ) throws(PublishError) {
    if mode | 0o700 != freshMode { try calls.setMode(mode | 0o700, of: path, in: folder) }
  }

  private func place(_ file: PlannedFile, in stage: OpenFolder) throws(PublishError) {
    if isMade(file), case .bytes(let bytes) = file.content {
      try calls.create(file.path, in: stage, bytes)
    } else {
      try linkOrCopy(file.path, to: stage)
    }
  }

  /// A tree begun before has one that says little; there must be none without, not for a moment.
  private func placeManifest(_ file: PlannedFile, in tree: OpenFolder) throws(PublishError) {
    guard stage != nil, case .bytes(let bytes) = file.content else {
      return try place(file, in: tree)
    }
    try calls.create(OutputManifest.draft, in: tree, bytes)
    try calls.rename(OutputManifest.draft, to: OutputManifest.path, in: tree)
  }

  private func linkOrCopy(_ path: RawPath, to stage: OpenFolder) throws(PublishError) {
    guard let current else { return }
    do {
      try calls.link(path, from: current, to: stage)
    } catch {
      // No links on this disk, too many, or not on a file of somebody else.
      try calls.copy(path, from: current, to: stage)
    }
  }

  private func swap() throws(PublishError) {
    try refusing { () throws(PublishError) in
      if current == nil {
        try calls.rename(output.staging, to: output.name, in: parent)
      } else {
        try calls.exchange(output.staging, output.name, in: parent)
      }
    }
  }

  /// Tells "not here" from "something broke".
  private func refusing(_ body: () throws(PublishError) -> Void) throws(PublishError) {
    do {
      try body()
    } catch {
      let notHere = [EINVAL, ENOSYS, EXDEV, EBUSY, ENOTSUP, EACCES, EPERM, EROFS]
      guard current != nil, case .disk(_, _, let number) = error, notHere.contains(number) else {
        throw error
      }
      throw .exchangeRefused(path: output.path, reason: errorText(number))
    }
  }
}

/// Refuses an output folder on another disk than what lies beside it: they cannot change names.
func refuseMountPoint(
  _ output: OutputFolder, _ own: DiskEntry, beside other: DiskEntry
) throws(PublishError) {
  if own.device != other.device {
    throw .exchangeRefused(path: output.path, reason: "it is a mount point")
  }
}
