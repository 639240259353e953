internal import Basics
internal import CFileSystem
internal import CommunityData

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Gives all members of a site new pseudonyms: those of its snapshots are made anew of the old ones,
/// and whoever had the old key alone can link none of them.
///
/// All at once or not at all: the new snapshots gather beside the old ones, the new key's file beside
/// the old one's, and the two trees of snapshots change places at one stroke. That is the moment of no
/// return, behind which the next import or rotation finishes what was begun.
package struct KeyRotation {
  /// How much was changed.
  package struct Result: Sendable, Equatable {
    package var snapshots = 0
    package var members = 0
    /// Whether it was an earlier rotation that was finished, and no other was begun.
    package var isOfEarlier = false
  }

  private static let snapshots = "Content/snapshots"
  private static let staged = "Content/.snapshots.rekeyed"
  private static let marker = ".rekeyed"

  private let siteFolder: String
  private let disk: DiskFileSystem
  private let keyFile: SiteKeyFile

  package init(siteFolder: String) {
    self.siteFolder = siteFolder
    disk = DiskFileSystem(root: siteFolder)
    keyFile = SiteKeyFile(siteFolder: siteFolder)
  }

  /// Rotates the key; where an earlier rotation is not finished, finishes that instead.
  package func run() throws(ImportError) -> Result {
    if try finish() { return Result(isOfEarlier: true) }
    let old = try keyFile.readOrMake()
    let link = SiteKey.random()
    guard let new = old.followed(by: link) else {
      throw ImportError(
        ImportersCodes.unusableKey,
        "the site's key has been rotated \(SiteKey.mostLinks - 1) times",
        fix: "import the exports again into a site without `.meadow/key`")
    }
    var result = Result()
    do throws(FileError) {
      try disk.remove(path(KeyRotation.staged))
      try stage(link, &result)
      try disk.write([], to: path(KeyRotation.staged, KeyRotation.marker))
      try disk.synchronize(path(KeyRotation.staged, KeyRotation.marker))
      try disk.synchronize(path(KeyRotation.staged))
    } catch {
      throw KeyRotation.refusal(error)
    }
    try keyFile.writeNext(new)
    try finish()
    return result
  }

  /// Does what remains of a rotation that was interrupted, if there was one.
  @discardableResult func finish() throws(ImportError) -> Bool {
    let hasNext = keyFile.hasNext
    if hasNext { try exchangeOrGiveUp() }
    do throws(FileError) {
      if hasNext { try keyFile.adoptNext() }
      return try removeOldSnapshots() || hasNext
    } catch {
      throw KeyRotation.unfinished(error)
    }
  }

  /// They hold the old pseudonyms; the marker goes last, since it tells that they may be there.
  private func removeOldSnapshots() throws(FileError) -> Bool {
    let marker = try path(KeyRotation.snapshots, KeyRotation.marker)
    guard try disk.entry(at: marker) != nil else { return false }
    try disk.remove(path(KeyRotation.staged))
    try disk.remove(marker)
    return true
  }

  /// What could not change places is as it was, and stays so without the new key.
  private func exchangeOrGiveUp() throws(ImportError) {
    do throws(FileError) {
      if try disk.entry(at: path(KeyRotation.staged, KeyRotation.marker)) != nil { try exchange() }
    } catch {
      do throws(FileError) {
        try keyFile.dropNext()
      } catch {
        throw KeyRotation.unfinished(error)
      }
      throw KeyRotation.refusal(error)
    }
  }

  /// Copies every snapshot, renamed, and all else that lies among them as it is.
  private func stage(_ link: SiteKey, _ result: inout Result) throws(FileError) {
    var ids: [String: String] = [:]
    var members: Set<String> = []
    func rename(_ id: String) -> String {
      if id.hasPrefix("m-") { members.insert(id) }
      if let known = ids[id] { return known }
      let new = Pseudonyms.rekeyed(id, with: link)
      ids[id] = new
      return new
    }
    for file in try disk.walk(path(KeyRotation.snapshots)) where file.path.name == "manifest.json" {
      let folder = file.path.folder
      try MemberRekeying.copy(folder, to: staged(folder), in: disk, renaming: rename)
      result.snapshots += 1
    }
    for file in try disk.walk(path(KeyRotation.snapshots)) where file.kind == .file {
      let target = try staged(file.path)
      if try disk.entry(at: target) == nil { try disk.write(disk.read(file.path), to: target) }
    }
    result.members = members.count
  }

  /// `Content/snapshots/club/2026-11-21` → `Content/.snapshots.rekeyed/club/2026-11-21`
  private func staged(_ place: SitePath) throws(FileError) -> SitePath {
    try path(KeyRotation.staged + place.text.dropFirst(KeyRotation.snapshots.count))
  }

  private func path(_ text: String, _ name: String? = nil) throws(FileError) -> SitePath {
    do {
      let path = try SitePath(text)
      return try name.map { try path.appending($0) } ?? path
    } catch {
      throw FileError("write", text, reason: "not a path")
    }
  }

  /// Both trees change places at one stroke.
  private func exchange() throws(FileError) {
    let descriptor = open(siteFolder + "/Content", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { _ = close(descriptor) }
    guard cfs_exchange(descriptor, ".snapshots.rekeyed", "snapshots") == 0 else { throw failure() }
    _ = fsync(descriptor)
  }

  private func failure() -> FileError {
    FileError("exchange", KeyRotation.snapshots, reason: String(cString: strerror(errno)))
  }

  private static func refusal(_ error: FileError) -> ImportError {
    ImportError(
      ImportersCodes.unfinishedRotation, "the key was not rotated: \(error.description)",
      fix: "nothing was changed; mend this and rotate again")
  }

  private static func unfinished(_ error: FileError) -> ImportError {
    ImportError(
      ImportersCodes.unfinishedRotation, "the rotation is not finished: \(error.description)",
      fix: "mend this and run `meadow import --rotate-key` again: it finishes this rotation first")
  }
}
