internal import Basics

/// The names that a build left in its output folder.
///
/// A folder that has not changed since then holds the names it held, so that files can be looked at
/// without listing it. Not seen so are folders without a file, and a name that somebody added in the
/// moment between the last look of that build and its record, or while the clock was behind that:
/// enough to tell whether all is as it was left, and to replace files, but not to exchange the tree.
struct RecalledNames: Sendable {
  /// In the order of a listing.
  private let files: [RawPath]
  /// The output folder, and those in which the files lie, at any depth.
  private let folders: [RawPath]
  private let record: DiskEntry

  /// nil where the record is of another folder or was damaged.
  init?(_ record: BuildRecord, of tree: String) {
    let head = InputFingerprint.head(of: tree)
    var rest = record.bytes[...]
    var files: [RawPath] = []
    while let line = rest.popLine(), line != head[...] {}
    while let line = rest.popLine() {
      guard let entry = FingerprintEntry(line) else { return nil }
      files.append(entry.path)
      // The last one ends with the record of the trees.
      if line.last != UInt8(ascii: ",") { break }
    }
    if files.isEmpty || Set(files).count < files.count { return nil }
    self.files = files
    folders = [outputItself] + foldersAbove(files)
    self.record = record.file
  }

  /// Folders and files as they are now; nil where the names may be others.
  func listing(
    in root: OpenFolder, _ calls: any DiskCalls
  ) throws(PublishError) -> TreeListing? {
    let found = try entries(at: folders, in: root, calls)
    // Times of another file system are those of another clock.
    guard found.count == folders.count,
      found.allSatisfy({ $0.kind == .folder && $0.device == record.device })
    else { return nil }
    let changed = found.filter { $0.changed >= record.modified }.map(\.path)
    guard try haveTheirNames(changed, in: root, calls) else { return nil }
    let now = try entries(at: files, in: root, calls)
    return now.count == files.count ? TreeListing(listed: found.dropFirst() + now) : nil
  }

  private func haveTheirNames(
    _ changed: [RawPath], in root: OpenFolder, _ calls: any DiskCalls
  ) throws(PublishError) -> Bool {
    if changed.isEmpty { return true }
    let names = Dictionary(grouping: files + folders.dropFirst()) { $0.folder ?? outputItself }
    let others = try inParallel(changed.count, by: 16) { range throws(PublishError) in
      var others: [RawPath] = []
      for folder in changed[range] {
        let found =
          try folder == outputItself
          ? calls.entries(in: root) : entries(of: folder, in: root, calls)
        if Set(found.map(\.path)) != Set(names[folder] ?? []) { others.append(folder) }
      }
      return others
    }
    return others.isEmpty
  }
}

private let outputItself = RawPath(".")

extension ArraySlice<UInt8> {
  /// Takes the first line away, and its break, which is not returned; nil at the end.
  fileprivate mutating func popLine() -> ArraySlice<UInt8>? {
    guard let end = firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { self = self[(end + 1)...] }
    return self[..<end]
  }
}

private func foldersAbove(_ files: [RawPath]) -> [RawPath] {
  var seen: Set<RawPath> = []
  var folders: [RawPath] = []
  for file in files {
    for folder in file.folders {
      // Those above it were seen with it.
      guard seen.insert(folder).inserted else { break }
      folders.append(folder)
    }
  }
  return folders
}
