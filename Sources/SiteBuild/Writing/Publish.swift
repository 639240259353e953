package import Basics
internal import CommunityData

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Makes the output folder hold an edition: exactly these files, and those that others put there.
///
/// Killed at any moment, or out of disk space, it leaves the old or the new edition whole; see
/// ``PublishManner`` for the one exception. When nothing differs, nothing is touched. `standing`
/// files of the edition are in the folder already, as the last build wrote them, and `staged` ones on
/// its stage.
package func publish(
  _ files: [OutputFile], staged: StagedFiles = .none, standing: StandingFiles = .none,
  to output: OutputFolder, _ options: PublishOptions = PublishOptions(),
  holding lock: borrowing SiteLock
) throws(PublishError) -> PublishSummary {
  let (names, edition) = alongside {
    Result { () throws(PublishError) in
      try refuseCollisions(in: files.map(\.path) + staged.files.map(\.path) + standing.paths)
    }
  } _: {
    PlannedFile.edition(of: files, staged: staged.files, standing: standing.paths)
  }
  try names.get()
  let calls = options.calls
  let parent = try openMakingFolders(output.parent, calls)
  defer { calls.close(parent) }
  let stage = try staged.stage?.begunTree()
  // Whoever made a stage has looked for what was left behind.
  if staged.stage == nil { try recover(output, in: parent, calls) }
  guard try isFolder(output.name, in: parent, calls) else {
    if !standing.paths.isEmpty { throw .touched(output.path) }
    let work = TreeExchange(
      output: output, parent: parent, current: nil, plan: PublishPlan(new: edition), stage: stage,
      calls: calls)
    return try exchange(work, staged.stage, options)
  }
  let current = try calls.openFolder(output.name, in: parent)
  defer { calls.close(current) }
  // Of a large site it was looked at only a moment ago.
  let isKnown = !standing.paths.isEmpty && edition.count > options.largeSite
  let tree = try readTree(current, calls, standing, isKnown: isKnown)
  var plan = try PublishPlan(edition, replacing: tree, calls)
  if isKnown, !(plan.isReplacement && isLargeWithFewChanges(plan, options)) {
    // For more than that a look by recalled names is not enough.
    let tree = try readTree(current, calls, standing, isKnown: false)
    plan = try PublishPlan(edition, replacing: tree, calls)
  }
  if plan.isFulfilled { return plan.summary }
  let work = TreeExchange(
    output: output, parent: parent, current: current, plan: plan, stage: stage, calls: calls)
  return try replace(current, work, staged.stage, options)
}

/// Takes the road that fits the site and the disk.
private func replace(
  _ current: OpenFolder, _ work: TreeExchange, _ stage: EditionStage?, _ options: PublishOptions
) throws(PublishError) -> PublishSummary {
  var summary = work.plan.summary
  if isLargeWithFewChanges(work.plan, options) {
    summary.manner = .journal("a large site with few changes")
  } else {
    do throws(PublishError) {
      return try exchange(work, stage, options)
    } catch {
      guard case .exchangeRefused(_, let reason) = error, !options.atomic else { throw error }
      summary.manner = .journal("the disk cannot exchange the trees: \(reason)")
    }
  }
  let placed = try publishByJournal(work.plan, on: work.stage, in: current, options.calls)
  summary.tree = work.plan.tree(placing: placed)
  return summary
}

/// A sibling tree costs a link for every file, a journal a write for every change.
private func isLargeWithFewChanges(_ plan: PublishPlan, _ options: PublishOptions) -> Bool {
  let count = plan.files.count
  return !options.atomic && count > options.largeSite
    && Double(plan.filesChanged) < options.fewChanges * Double(count)
}

private func exchange(
  _ work: TreeExchange, _ stage: EditionStage?, _ options: PublishOptions
) throws(PublishError) -> PublishSummary {
  var (summary, tree) = try alongside { [plan = work.plan] in
    plan.summary
  } _: { () throws(PublishError) in
    try work.run()
  }
  stage?.handOver()
  summary.tree = tree
  summary.manner = .exchange
  if options.removesOldEdition {
    do {
      try removeTree(work.output.staging, in: work.parent, options.calls)
    } catch {
      summary.leftover = work.parent.naming(work.output.staging)
    }
  }
  return summary
}

/// What is in the output folder, where it is known as it was when the build began; refuses a folder
/// that is not Meadow's, or in which somebody was since.
private func readTree(
  _ folder: OpenFolder, _ calls: any DiskCalls, _ standing: StandingFiles, isKnown: Bool
) throws(PublishError) -> OutputTree {
  let top = try calls.entries(in: folder)
  let isOurs = top.contains { $0.path == OutputManifest.path }
  guard isOurs || isAdoptable(top) else { throw notOwned(folder, top) }
  // An index of the texts, which must go with them, may have come in unseen by recalled names.
  let isKnown = isKnown && standing.folder.top == Set(top.map(\.path))
  let listing = try isKnown ? standing.folder : listTree(below: folder, calls)
  if !isKnown { try standing.mustStand(in: folder, listing) }
  try refuseOddEntries(listing, in: folder)
  guard isOurs else { return OutputTree(folder: folder, listing: listing, owned: []) }
  let bytes = try calls.read(OutputManifest.path, in: folder)
  let place = folder.naming(OutputManifest.path)
  let paths = try OutputManifest(reading: bytes, at: place).paths
  let owned = Set(paths.map { RawPath($0) } + [OutputManifest.path])
  return OutputTree(folder: folder, listing: listing, owned: owned)
}

private func openMakingFolders(
  _ path: String, _ calls: any DiskCalls
) throws(PublishError) -> OpenFolder {
  do {
    return try calls.openFolder(at: path)
  } catch {
    guard case .disk(_, _, ENOENT) = error else { throw error }
  }
  let missing = try OutputFolder(path)
  let parent = try openMakingFolders(missing.parent, calls)
  defer { calls.close(parent) }
  try calls.makeFolder(missing.name, in: parent)
  return try calls.openFolder(missing.name, in: parent)
}
