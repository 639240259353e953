#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
      let name = withUnsafePointer(to: next.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
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
    let temporary = ".\(path.name.prefix(100)).\(getpid()).part"
    let descriptor = openat(
      folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw error("write", path) }
    var written = writeAll(bytes, to: descriptor)
    written = written && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    _ = close(descriptor)
    if written, renameat(folder, temporary, folder, path.name) == 0 { return }
    let failure = written ? error("write", path) : FileError("write", path.text, reason: reason)
    _ = unlinkat(folder, temporary, 0)
    throw failure
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

  private func child(_ name: String, of folder: SitePath) throws(FileError) -> SitePath {
    do {
      return try folder.appending(name)
    } catch {
      throw FileError("list", folder.text, reason: error.description)
    }
  }

  // MARK: Descriptors

  /// Opens a path step by step; the caller closes it.
  func open(
    _ path: SitePath, _ flags: Int32, _ action: String
  ) throws(FileError) -> Int32 {
    guard let descriptor = try openIfThere(path, flags, action) else {
      errno = ENOENT
      throw error(action, path)
    }
    return descriptor
  }

  private func openIfThere(
    _ path: SitePath, _ flags: Int32, _ action: String
  ) throws(FileError) -> Int32? {
    let parts = path.parts
    // The root itself may be reached through links: it is the user's own choice.
    var current = openFile(root, parts.isEmpty ? flags : O_RDONLY | O_DIRECTORY)
    for (index, part) in parts.enumerated() where current >= 0 {
      let isLast = index == parts.count - 1
      let next = openat(
        current, String(part),
        (isLast ? flags : O_RDONLY | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC)
      let reason = errno
      _ = close(current)
      errno = reason
      current = next
    }
    if current >= 0 { return current }
    if errno == ENOENT { return nil }
    throw refusal(action, path)
  }

  /// Why a path could not be opened.
  private func refusal(_ action: String, _ path: SitePath) -> FileError {
    errno == ELOOP || errno == EMLINK
      ? FileError(action, shown(path), reason: "a symbolic link is on the way")
      : error(action, path)
  }

  func makeFolder(_ path: SitePath) throws(FileError) -> Int32 {
    var current = try open(.root, O_RDONLY | O_DIRECTORY, "make the folder")
    for part in path.parts {
      let refusal = mkdirat(current, String(part), 0o777) == 0 ? 0 : errno
      let next = openat(
        current, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      // Where it is not there because it could not be made, the reason is the latter.
      if next < 0, errno == ENOENT, refusal != 0 { errno = refusal }
      let failure = next < 0 ? error("make the folder", path) : nil
      _ = close(current)
      if let failure { throw failure }
      current = next
    }
    return current
  }

  private func readAll(
    _ descriptor: Int32, expecting size: Int, _ path: SitePath
  ) throws(FileError) -> [UInt8] {
    var failed = false
    var isAtEnd = false
    // One byte more is asked for than there should be: a plain file gives less only at its end.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size, !isAtEnd {
        let wanted = size + 1 - count
        let got = readFile(descriptor, buffer.baseAddress.map { $0 + count }, wanted)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        isAtEnd = got < wanted
        count += max(0, got)
      }
    }
    if failed { throw error("read", path) }
    if isAtEnd { return bytes }
    // A file that grew while it was read is read to its new end.
    var more = [UInt8](repeating: 0, count: 4096)
    while true {
      let got = readFile(descriptor, &more, more.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw error("read", path) }
      if got == 0 { break }
      bytes += more[0..<got]
    }
    return bytes
  }

  func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = writeFile(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if wrote < 0, errno == EINTR { continue }
        if wrote < 0 { return false }
        done += wrote
      }
      return true
    }
  }

  func error(_ action: String, _ path: SitePath) -> FileError {
    FileError(action, shown(path), reason: String(cString: strerror(errno)))
  }

  private func shown(_ path: SitePath) -> String { path.text.isEmpty ? root : path.text }
}

// The C functions whose names a method here would hide.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags | O_CLOEXEC) }

func readFile(_ descriptor: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  to.map { read(descriptor, $0, count) } ?? 0
}

func writeFile(_ descriptor: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  from.map { write(descriptor, $0, count) } ?? 0
}

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
