package import Basics
internal import CommunityData

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
  private let inputs: InputFingerprint
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
    let last = try record(of: site)
    let (names, begun) = try alongside {
      last.flatMap { RecalledNames($0, of: output.treeName) }
    } _: { () throws(PublishError) in
      try InputFingerprint(key, listings(of: inputs, in: site))
    }
    self.inputs = begun
    let recalled = try names.flatMap { names throws(PublishError) in
      try recalledTree(names, of: output)
    }
    published = if let recalled { recalled } else { try listTree(at: output.path) }
    edits = last.flatMap { [published] last in
      begun.adding(output.treeName, published).edits(since: last.bytes, in: SiteFolders.content)
    }
  }

  /// Files of the output that stay in the edition that is about to be published.
  package func standing(_ files: [SitePath]) -> StandingFiles {
    StandingFiles(paths: files, folder: published)
  }

  /// Notes that the output now is the edition of the inputs as they were when this was made, with
  /// what the next build is to know about it. Where the publication tells how it left the output, that
  /// is not looked at: had somebody else been there meanwhile, the next build sees it and makes every
  /// page.
  package func remember(
    _ notes: [UInt8] = [], after publication: PublishSummary? = nil
  ) throws(PublishError) {
    let tree = if let publication { publication.tree } else { try listTree(at: output.path) }
    let now = inputs.adding(output.treeName, tree)
    let calls = KernelCalls()
    let folder = try calls.openFolder(at: site + "/.meadow")
    defer { calls.close(folder) }
    try calls.remove(draft, .file, in: folder)
    try calls.create(draft, in: folder, BuildRecord.text(of: [now.text, notes]))
    try calls.rename(draft, to: recordFile, in: folder)
  }
}

private let recordFile = RawPath("output")
private let draft = RawPath("output.draft")

extension OutputFolder {
  /// What a fingerprint calls it: no folder of a site has a space in its name.
  fileprivate var treeName: String { "output " + path }
}

/// The output folder by the names that a record has for it, as long as those are the names in it: so
/// nothing changed is told without listing as many folders as there are pages.
private func recalledTree(
  _ names: RecalledNames, of output: OutputFolder
) throws(PublishError) -> TreeListing? {
  try inFolder(at: output.path) { folder, calls throws(PublishError) in
    try names.listing(in: folder, calls)
  }
}

/// What the last build left; nil where there was none, or where its record was damaged.
private func record(of site: String) throws(PublishError) -> BuildRecord? {
  try inFolder(at: site + "/.meadow") { folder, calls throws(PublishError) in
    guard let entry = try calls.entry(at: recordFile, in: folder), entry.kind == .file
    else { return nil }
    return BuildRecord(reading: try calls.read(recordFile, in: folder), file: entry)
  }
}

/// What is below each of the input folders.
private func listings(
  of inputs: [String], in site: String
) throws(PublishError) -> [(name: String, listing: TreeListing)] {
  var listings: [(name: String, listing: TreeListing)] = []
  for input in inputs { listings.append((input, try listTree(at: site + "/" + input))) }
  return listings
}

/// Everything below a folder; nothing when it is not there.
private func listTree(at path: String) throws(PublishError) -> TreeListing {
  try inFolder(at: path, listTree(below:_:)) ?? TreeListing()
}

/// What `body` finds in a folder; nil when it is not there.
private func inFolder<Found>(
  at path: String, _ body: (OpenFolder, any DiskCalls) throws(PublishError) -> Found?
) throws(PublishError) -> Found? {
  let calls = KernelCalls()
  let folder: OpenFolder
  do {
    folder = try calls.openFolder(at: path)
  } catch {
    if case .disk(_, _, ENOENT) = error { return nil }
    throw error
  }
  defer { calls.close(folder) }
  return try body(folder, calls)
}
