package import Basics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The short cut of a build: when neither an input nor the output was touched since the last
/// edition, nothing needs to be read or rendered.
///
/// Made before the content is read, so that an edit during the build shows at the next one.
package struct UnchangedCheck: Sendable {
  private let site: String
  package let output: OutputFolder
  private let key: BuildKey
  private let inputs: [(name: String, listing: TreeListing)]
  private let published: TreeListing
  /// What was edited since the build that wrote the output folder, where a few edits are all that
  /// has happened to the inputs and nothing to the output; nil where it may be more.
  package let edits: EditedInputs?

  /// What that build noted, where a build now would write the same; nil where it might not.
  package var remembered: [UInt8]? { edits.flatMap { $0.files.isEmpty ? $0.notes : nil } }

  /// Looks at every file of the input folders, given relative to the site, and of the output.
  package init(
    site: String, inputs: [String] = [SiteFolders.content, SiteFolders.templates],
    output: OutputFolder, key: BuildKey
  ) throws(PublishError) {
    self.site = site
    self.output = output
    self.key = key
    var listings: [(name: String, listing: TreeListing)] = []
    for input in inputs { listings.append((input, try listTree(at: site + "/" + input))) }
    self.inputs = listings
    published = try listTree(at: output.path)
    edits = try record(of: site).flatMap { [published] record in
      fingerprint(key, listings, output, published).edits(since: record, in: SiteFolders.content)
    }
  }

  /// Files of the output that stay in the edition that is about to be published.
  package func standing(_ files: [SitePath]) -> StandingFiles {
    StandingFiles(paths: files, folder: published)
  }

  /// Notes that the output now is the edition of the inputs as they were when this was made, with
  /// what the next build is to know about it.
  package func remember(
    _ notes: [UInt8] = [], after publication: PublishSummary? = nil
  ) throws(PublishError) {
    let now = fingerprint(key, inputs, output, try listing(after: publication))
    let calls = KernelCalls()
    let folder = try calls.openFolder(at: site + "/.meadow")
    defer { calls.close(folder) }
    try calls.remove(draft, .file, in: folder)
    try calls.create(draft, in: folder, now.text + notes)
    try calls.rename(draft, to: recordFile, in: folder)
  }

  /// The output as the publication left it. Where that is known, or only some files got other bytes,
  /// not all is looked at: had somebody else been there meanwhile, the next build would see it and
  /// make every page.
  private func listing(after publication: PublishSummary?) throws(PublishError) -> TreeListing {
    if let tree = publication?.tree { return tree }
    guard let publication, let replaced = publication.replaced else {
      return try listTree(at: output.path)
    }
    var listing = published
    let calls = KernelCalls()
    let folder = try calls.openFolder(at: output.path)
    defer { calls.close(folder) }
    for (level, entries) in listing.levels.enumerated() {
      for (index, entry) in entries.enumerated() where replaced.contains(entry.path) {
        guard let now = try calls.entry(at: entry.path, in: folder) else { continue }
        listing.levels[level][index] = now
      }
    }
    return listing
  }
}

private let recordFile = RawPath("output")
private let draft = RawPath("output.draft")

private func fingerprint(
  _ key: BuildKey, _ inputs: [(name: String, listing: TreeListing)], _ output: OutputFolder,
  _ published: TreeListing
) -> InputFingerprint {
  InputFingerprint(key, inputs + [(name: "output " + output.path, listing: published)])
}

/// What the last build left; nil where there was none.
private func record(of site: String) throws(PublishError) -> [UInt8]? {
  let calls = KernelCalls()
  guard
    let folder = try ifThere({ () throws(PublishError) in
      try calls.openFolder(at: site + "/.meadow")
    })
  else { return nil }
  defer { calls.close(folder) }
  guard let entry = try calls.entry(at: recordFile, in: folder), entry.kind == .file
  else { return nil }
  return try calls.read(recordFile, in: folder)
}

/// Everything below a folder; nothing when it is not there.
private func listTree(at path: String) throws(PublishError) -> TreeListing {
  let calls = KernelCalls()
  guard let folder = try ifThere({ () throws(PublishError) in try calls.openFolder(at: path) })
  else { return TreeListing() }
  defer { calls.close(folder) }
  return try listTree(below: folder, calls)
}

private func ifThere(
  _ open: () throws(PublishError) -> OpenFolder
) throws(PublishError) -> OpenFolder? {
  do {
    return try open()
  } catch {
    if case .disk(_, _, ENOENT) = error { return nil }
    throw error
  }
}
