internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Completes or clears away what a killed run left: a journal in the output folder is carried out,
/// a tree beside it is removed. Nothing to do costs two looks at the disk.
package func recoverOutput(
  _ output: OutputFolder, _ calls: any DiskCalls = KernelCalls(), holding lock: borrowing SiteLock
) throws(PublishError) {
  let parent: OpenFolder
  do {
    parent = try calls.openFolder(at: output.parent)
  } catch {
    if case .disk(_, _, ENOENT) = error { return }
    throw error
  }
  defer { calls.close(parent) }
  try recover(output, in: parent, calls)
}

func recover(
  _ output: OutputFolder, in parent: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) {
  if try isFolder(output.name, in: parent, calls) {
    let folder = try calls.openFolder(output.name, in: parent)
    defer { calls.close(folder) }
    try completeJournal(in: folder, calls)
  }
  if try isFolder(output.staging, in: parent, calls) {
    try refuseForeign(output.staging, in: parent, calls)
    try removeTree(output.staging, in: parent, calls)
  }
}

private func completeJournal(
  in output: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) {
  guard try isFolder(PublishJournal.folder, in: output, calls) else { return }
  if try calls.entry(at: PublishJournal.file, in: output) != nil {
    // A journal may not move files through a symbolic link.
    try refuseOddEntries(try listTree(below: output, calls), in: output)
    try rollForward(output, calls, isAgain: true)
  } else {
    try removeTree(PublishJournal.folder, in: output, calls)
  }
}

/// Whether there is a folder; anything else of that name is refused.
func isFolder(
  _ path: RawPath, in parent: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> Bool {
  guard let entry = try calls.entry(at: path, in: parent) else { return false }
  guard entry.kind == .folder else {
    throw .notPlain(path: parent.naming(path), kind: entry.kind)
  }
  return true
}

/// A tree beside the output is Meadow's when it bears a manifest, or is one that was adopted or
/// begun a moment ago.
private func refuseForeign(
  _ name: RawPath, in parent: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) {
  let folder = try calls.openFolder(name, in: parent)
  defer { calls.close(folder) }
  let entries = try calls.entries(in: folder)
  guard isAdoptable(entries) || entries.contains(where: { $0.path == OutputManifest.path }) else {
    throw notOwned(folder, entries)
  }
}

/// Whether a folder may be published in though it bears no manifest: it is empty, or holds only
/// what keeps it in a repository.
func isAdoptable(_ entries: [DiskEntry]) -> Bool {
  entries.allSatisfy { $0.path == RawPath(".gitkeep") && $0.kind == .file }
}

func notOwned(_ folder: OpenFolder, _ entries: [DiskEntry]) -> PublishError {
  .folderNotOwned(folder: folder.path, found: entries.prefix(3).map(\.path.description))
}

/// Refuses links, pipes, sockets and devices.
func refuseOddEntries(
  _ listing: TreeListing, in folder: OpenFolder
) throws(PublishError) {
  for entry in listing.files where entry.kind != .file {
    throw .notPlain(path: folder.naming(entry.path), kind: entry.kind)
  }
}
