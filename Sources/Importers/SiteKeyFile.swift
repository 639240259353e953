internal import Basics
internal import CommunityData

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// `.meadow/key` below a site's folder: made once, readable by its owner alone, never published.
package struct SiteKeyFile: Sendable {
  /// As the user gave it, for messages.
  private let path: String
  private let folder: String
  private let siteFolder: String

  package init(siteFolder: String) {
    self.siteFolder = siteFolder
    folder = siteFolder + "/.meadow"
    path = folder + "/key"
  }

  /// The key, which is made and written when no snapshot was made with one yet.
  package func readOrMake() throws(ImportError) -> SiteKey {
    try KeyRotation(siteFolder: siteFolder).finish()
    if let key = try readKnown() { return key }
    let key = SiteKey.random()
    try write(key, to: path)
    return key
  }

  /// The key for what writes nothing: one of the moment, where none is there.
  package func readOrImagine() throws(ImportError) -> SiteKey { try readKnown() ?? .random() }

  /// The key, if it is the one that made the snapshots; nil where neither is there. Another one would
  /// make all members new people.
  private func readKnown() throws(ImportError) -> SiteKey? {
    let key = try read()
    let marks: Set<String>
    do throws(FileError) {
      marks = try snapshotKeys(DiskFileSystem(root: siteFolder))
    } catch {
      throw ImportError(ImportersCodes.unusableKey, error.description)
    }
    if marks.isEmpty || key?.mark.map(marks.contains) == true { return key }
    throw refusal(
      key == nil
        ? "it is not there, and snapshots were made with it"
        : "it is not the one that snapshots were made with",
      fix: "bring the right file back; a new key makes all members new people")
  }

  // MARK: Rotation

  private var nextPath: String { path + ".next" }

  /// Whether a rotation has begun to take effect and is not finished.
  var hasNext: Bool { access(nextPath, F_OK) == 0 }

  /// Writes the key that is to follow beside the present one.
  func writeNext(_ key: SiteKey) throws(ImportError) { try write(key, to: nextPath) }

  /// Makes it the present one.
  func adoptNext() throws(FileError) {
    guard rename(nextPath, path) == 0 else {
      throw FileError("replace", path, reason: systemReason())
    }
    synchronizeFolder()
  }

  /// Takes it away again: the present one stays.
  func dropNext() throws(FileError) {
    guard unlink(nextPath) == 0 || errno == ENOENT else {
      throw FileError("remove", nextPath, reason: systemReason())
    }
    synchronizeFolder()
  }

  private func synchronizeFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      _ = fsync(descriptor)
      _ = close(descriptor)
    }
  }

  /// nil when there is no key file.
  private func read() throws(ImportError) -> SiteKey? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw refusal(errno == ELOOP ? "it is a symbolic link" : systemReason())
    }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw refusal("it is not a plain file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw refusal("others may read it", fix: "chmod 600 \(path)")
    }
    // One byte more than the longest key, so that a longer file is noticed.
    var bytes = [UInt8](repeating: 0, count: SiteKey.length * SiteKey.mostLinks + 1)
    let count = bytes.withUnsafeMutableBytes { Importers.readFile(descriptor, $0) }
    guard count >= 0 else { throw refusal(systemReason()) }
    guard let key = SiteKey(Array(bytes.prefix(count))) else {
      let size = count > SiteKey.length ? "more" : String(count)
      throw refusal(
        "it holds \(size) bytes instead of \(SiteKey.length)",
        fix: "bring the right file back; a new key makes all members new people")
    }
    return key
  }

  private func write(_ key: SiteKey, to path: String) throws(ImportError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw refusal(systemReason()) }
    // O_EXCL: of two imports started at once one makes the key and the other stops.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refusal(systemReason()) }
    defer { _ = close(descriptor) }
    guard Importers.writeFile(descriptor, key.bytes) == key.bytes.count, fsync(descriptor) == 0
    else {
      let reason = systemReason()
      _ = unlink(path)
      throw refusal(reason)
    }
  }

  private func systemReason() -> String { String(cString: strerror(errno)) }

  private func refusal(_ reason: String, fix: String? = nil) -> ImportError {
    ImportError(
      Diagnostic(
        ImportersCodes.unusableKey, "the site key \(path) cannot be used: \(reason)",
        fix: fix))
  }
}
