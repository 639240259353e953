internal import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Publishes an edition file by file: the new files are staged and made safe from a loss of power,
/// a journal of the steps is put down, and then the steps are taken.
///
/// Killed before the journal is down, a publication has not happened; after, the next run
/// completes it. Returns the new files as they were before others could see them. Staged files are
/// copied from the stage: nothing says that it is on the disk of the output folder.
func publishByJournal(
  _ plan: PublishPlan, on stage: OpenFolder?, in output: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) -> [RawPath: DiskEntry] {
  var placed: [RawPath: DiskEntry] = [:]
  do {
    try calls.makeFolder(PublishJournal.folder, in: output)
    let files = plan.differing
    try forEachInParallel(files.count) { index throws(PublishError) in
      guard let bytes = try files[index].bytes(on: stage, calls) else { return }
      try calls.create(PublishJournal.staged(index), in: output, bytes)
    }
    for (index, file) in files.enumerated() {
      var entry = try calls.entry(at: PublishJournal.staged(index), in: output)
      entry?.path = file.path
      placed[file.path] = entry
    }
    let journal = PublishJournal(plan)
    try calls.create(PublishJournal.draft, in: output, Array(journal.text.utf8))
    try calls.syncFileSystem(of: output)
    try calls.rename(PublishJournal.draft, to: PublishJournal.file, in: output)
  } catch {
    // Only tidiness: the next run removes what cannot be removed now.
    try? removeTree(PublishJournal.folder, in: output, calls)
    throw error
  }
  let folder = try calls.openFolder(PublishJournal.folder, in: output)
  defer { calls.close(folder) }
  try calls.sync(folder)
  try rollForward(output, calls, isAgain: false)
  return placed
}

extension PlannedFile {
  /// What is to be in it; nil for a file that stands.
  fileprivate func bytes(
    on stage: OpenFolder?, _ calls: any DiskCalls
  ) throws(PublishError) -> [UInt8]? {
    switch content {
    case .bytes(let bytes): bytes
    case .staged: try stage.map { stage throws(PublishError) in try calls.read(path, in: stage) }
    case .standing: nil
    }
  }
}

/// Takes the steps of the journal in an output folder; a journal half taken is taken whole.
///
/// Taken again, a step may have been taken before, and what it moved or removed is not there.
func rollForward(
  _ output: OpenFolder, _ calls: any DiskCalls, isAgain: Bool
) throws(PublishError) {
  let bytes = try calls.read(PublishJournal.file, in: output)
  let place = output.naming(PublishJournal.file)
  for step in try PublishJournal(reading: bytes, at: place).steps {
    try take(step, in: output, calls, isAgain: isAgain)
  }
  try calls.syncFileSystem(of: output)
  // First the journal: a file that others put here from now on must not be removed by it.
  try calls.remove(PublishJournal.file, .file, in: output)
  try removeTree(PublishJournal.folder, in: output, calls)
}

private func take(
  _ step: PublishJournal.Step, in output: OpenFolder, _ calls: any DiskCalls, isAgain: Bool
) throws(PublishError) {
  switch step {
  case .makeFolder(let path):
    if try calls.entry(at: path, in: output)?.kind != .folder {
      try calls.makeFolder(path, in: output)
    }
  case .place(let number, let path):
    do {
      try calls.rename(PublishJournal.staged(number), to: path, in: output)
    } catch {
      // Not there any more: moved before the run was killed.
      guard case .disk(_, _, ENOENT) = error, isAgain,
        try calls.entry(at: path, in: output)?.kind == .file
      else { throw error }
    }
  case .removeFile(let path):
    if try calls.entry(at: path, in: output)?.kind == .file {
      try calls.remove(path, .file, in: output)
    }
  case .removeFolder(let path):
    try removeIfEmpty(path, in: output, calls)
  }
}

/// Something that others put into the folder meanwhile keeps it.
private func removeIfEmpty(
  _ path: RawPath, in output: OpenFolder, _ calls: any DiskCalls
) throws(PublishError) {
  guard try calls.entry(at: path, in: output)?.kind == .folder else { return }
  let folder = try calls.openFolder(path, in: output)
  defer { calls.close(folder) }
  if try calls.entries(in: folder).isEmpty { try calls.remove(path, .folder, in: output) }
}
