internal import Basics

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
  private let output: OutputFolder
  private let key: BuildKey
  private let inputs: [(name: String, listing: TreeListing)]
  /// What the build that wrote the output folder noted with it, where a build now would write the
  /// same; nil where it might not.
  package let remembered: [UInt8]?

  /// Looks at every file of the input folders, given relative to the site, and of the output.
  package init(
    site: String, inputs: [String] = ["Content", "Templates"], output: OutputFolder, key: BuildKey
  ) throws(PublishError) {
    self.site = site
    self.output = output
    self.key = key
    var listings: [(name: String, listing: TreeListing)] = []
    for input in inputs { listings.append((input, try listTree(at: site + "/" + input))) }
    self.inputs = listings
    remembered = try notes(of: fingerprint(key, listings, output), in: site)
  }

  /// Notes that the output now is the edition of the inputs as they were when this was made, with
  /// what the next build is to know about it.
  package func remember(_ notes: [UInt8] = []) throws(PublishError) {
    let now = try fingerprint(key, inputs, output)
    let calls = KernelCalls()
    let folder = try calls.openFolder(at: site + "/.meadow")
    defer { calls.close(folder) }
    try calls.remove(draft, .file, in: folder)
    try calls.create(draft, in: folder, now.text + notes)
    try calls.rename(draft, to: record, in: folder)
  }
}

private let record = RawPath("output")
private let draft = RawPath("output.draft")

private func fingerprint(
  _ key: BuildKey, _ inputs: [(name: String, listing: TreeListing)], _ output: OutputFolder
) throws(PublishError) -> InputFingerprint {
  let published = (name: "output " + output.path, listing: try listTree(at: output.path))
  return InputFingerprint(key, inputs + [published])
}

private func notes(
  of fingerprint: InputFingerprint, in site: String
) throws(PublishError) -> [UInt8]? {
  let calls = KernelCalls()
  guard
    let folder = try ifThere({ () throws(PublishError) in
      try calls.openFolder(at: site + "/.meadow")
    })
  else { return nil }
  defer { calls.close(folder) }
  guard let entry = try calls.entry(at: record, in: folder), entry.kind == .file else { return nil }
  let written = try calls.read(record, in: folder)
  guard written.starts(with: fingerprint.text) else { return nil }
  return Array(written.dropFirst(fingerprint.text.count))
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
