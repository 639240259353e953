#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import Synchronization

/// A folder on disk. Every step of a path is opened without following symbolic links, so nothing
/// outside the root is read or written.
package struct DiskFileSystem: FileSystem {
  /// Absolute or relative to the working folder, as the user gave it.
  package let root: String

  package init(root: String) {
    self.root = root
  }

  package func read(_ path: SitePath) throws(FileError) -> [UInt8] {
    try read(path, through: try open(path, O_RDONLY | O_NONBLOCK, "read"))
  }

  /// Opens the folder once, which is most of the work for small files.
  package func readEach(of names: [String], in folder: SitePath) -> [Result<[UInt8], FileError>] {
    let opened: Int32
    do throws(FileError) {
      opened = try open(folder, O_RDONLY | O_DIRECTORY, "list")
    } catch {
      return names.map { _ in .failure(error) }
    }
    defer { _ = close(opened) }
    return names.map { name in
      Result { () throws(FileError) in
        let path = try child(name, of: folder)
        let descriptor = openat(opened, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal("read", path) }
        return try read(path, through: descriptor)
      }
    }
  }

  /// Reads to the end and closes the descriptor.
  private func read(_ path: SitePath, through descriptor: Int32) throws(FileError) -> [UInt8] {
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError("read", path.text, reason: "not a plain file")
    }
    return try readAll(descriptor, expecting: Int(status.st_size), path)
  }

  package func entries(in folder: SitePath) throws(FileError) -> [FileEntry] {
    guard let descriptor = try openIfThere(folder, O_RDONLY | O_DIRECTORY, "list") else {
      return []
    }
    guard let stream = fdopendir(descriptor) else {
      _ = close(descriptor)
      throw error("list", folder)
    }
    defer { closedir(stream) }
    var found: [FileEntry] = []
    while let next = readdir(stream) {
      let name = try name(of: &next.pointee, in: folder)
      if name == "." || name == ".." { continue }
      let path = try child(name, of: folder)
      var status = stat()
      if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        found.append(FileEntry(path, status))
      } else if errno != ENOENT {
        throw error("look at", path)
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  package func entry(at path: SitePath) throws(FileError) -> FileEntry? {
    if path.text.isEmpty {
      var status = stat()
      return lstat(root, &status) == 0 ? FileEntry(path, status) : nil
    }
    guard let parent = try openIfThere(path.folder, O_RDONLY | O_DIRECTORY, "look at") else {
      return nil
    }
    defer { _ = close(parent) }
    var status = stat()
    guard fstatat(parent, path.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw error("look at", path)
    }
    return FileEntry(path, status)
  }

  package func write(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    let folder = try makeFolder(path.folder)
    defer { _ = close(folder) }
    let (descriptor, temporary) = try openPassing(in: folder, for: path)
    var written = writeAll(bytes, to: descriptor)
    written = written && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    _ = close(descriptor)
    if written, renameat(folder, temporary, folder, path.name) == 0 { return }
    let failure = written ? error("write", path) : FileError("write", path.text, reason: reason)
    _ = unlinkat(folder, temporary, 0)
    throw failure
  }

  /// A new file under a passing name, which the caller closes. A program that was killed leaves its
  /// own behind, and another may get its number, so names that are taken are passed over.
  private func openPassing(
    in folder: Int32, for path: SitePath
  ) throws(FileError) -> (descriptor: Int32, name: String) {
    while true {
      let number = passingFiles.wrappingAdd(1, ordering: .relaxed).newValue
      let name = ".\(getpid())-\(number).part"
      let descriptor = openat(
        folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { throw error("write", path) }
    }
  }

  package func remove(_ path: SitePath) throws(FileError) {
    guard let entry = try entry(at: path) else { return }
    if entry.kind == .folder {
      for inner in try entries(in: path) { try remove(inner.path) }
    }
    let parent = try open(path.folder, O_RDONLY | O_DIRECTORY, "remove")
    defer { _ = close(parent) }
    let flags = entry.kind == .folder ? AT_REMOVEDIR : 0
    guard unlinkat(parent, path.name, flags) == 0 || errno == ENOENT else {
      throw error("remove", path)
    }
  }

  /// A name that is not UTF-8 could be read under no path, and would be lost without a word.
  private func name(of entry: inout dirent, in folder: SitePath) throws(FileError) -> String {
    let (name, isUTF8) = withUnsafePointer(to: &entry.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
        String(validatingCString: bytes).map { ($0, true) } ?? (String(cString: bytes), false)
      }
    }
    guard isUTF8 else {
      throw FileError("list", shown(folder), reason: "the name `\(name)` in it is not UTF-8")
    }
    return name
  }

  private func child(_ name: String, of folder: SitePath) throws(FileError) -> SitePath {
    do {
      return try folder.appending(name)
    } catch {
      throw FileError("list", folder.text, reason: error.description)
    }
  }
}

/// How many files this program has begun, so that each has a passing name of its own.
private let passingFiles = Atomic(0)

extension FileEntry {
  fileprivate init(_ path: SitePath, _ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      path: path, kind: kind, size: Int(status.st_size),
      modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
      inode: UInt64(status.st_ino))
  }
}
