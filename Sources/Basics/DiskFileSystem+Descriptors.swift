#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Ways to a file that follow no symbolic link, and what the system says where there is none.
extension DiskFileSystem {
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

  /// The same; nil where nothing is there.
  func openIfThere(
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
  func refusal(_ action: String, _ path: SitePath) -> FileError {
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

  func error(_ action: String, _ path: SitePath) -> FileError {
    FileError(action, shown(path), reason: String(cString: strerror(errno)))
  }

  func shown(_ path: SitePath) -> String { path.text.isEmpty ? root : path.text }
}

// The C function whose name a method here would hide.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags | O_CLOEXEC) }
