#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Large files, piece by piece, and folders that appear as a whole.
extension DiskFileSystem {
  package func read(
    _ path: SitePath, from offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK, "read")
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError("read", path.text, reason: "not a plain file")
    }
    // Never a buffer for more than there is: `count` may be a generous guess.
    let count = min(count, max(0, Int(status.st_size) - offset))
    var failed = false
    // A little more room, so that a parser's padding can be added in place.
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 256) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        filled += got
      }
    }
    if failed { throw error("read", path) }
    return bytes
  }

  package func append(_ bytes: [UInt8], to path: SitePath) throws(FileError) {
    let folder = try makeFolder(path.folder)
    defer { _ = close(folder) }
    let descriptor = openat(
      folder, path.name, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw error("write", path) }
    let written = writeAll(bytes, to: descriptor)
    let failure = written ? nil : error("write", path)
    _ = close(descriptor)
    if let failure { throw failure }
  }

  package func synchronize(_ path: SitePath) throws(FileError) {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK, "write")
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 else { throw error("write", path) }
  }

  package func move(_ path: SitePath, to target: SitePath) throws(FileError) {
    let source = try open(path.folder, O_RDONLY | O_DIRECTORY, "move")
    defer { _ = close(source) }
    let destination = try makeFolder(target.folder)
    defer { _ = close(destination) }
    guard renameat(source, path.name, destination, target.name) == 0 else {
      throw error("move", path)
    }
    guard fsync(destination) == 0, fsync(source) == 0 else { throw error("move", path) }
  }
}
