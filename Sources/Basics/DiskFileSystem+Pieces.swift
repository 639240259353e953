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
    let (descriptor, size) = try openFile(path)
    defer { _ = close(descriptor) }
    // Never a buffer for more than there is: `count` may be a generous guess.
    let count = min(count, max(0, size - offset))
    var failed = false
    // A little more room, so that a parser's padding can be added in place.
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 256) { buffer, filled in
      let room = UnsafeMutableRawBufferPointer(buffer)[..<count]
      let got = fill(UnsafeMutableRawBufferPointer(rebasing: room), from: descriptor, at: offset)
      failed = got == nil
      filled = got ?? 0
    }
    if failed { throw error("read", path) }
    return bytes
  }

  package func read(
    _ path: SitePath, from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    let (descriptor, _) = try openFile(path)
    defer { _ = close(descriptor) }
    guard let got = fill(buffer, from: descriptor, at: offset) else { throw error("read", path) }
    return got
  }

  /// Opens a plain file; the caller closes it.
  private func openFile(_ path: SitePath) throws(FileError) -> (descriptor: Int32, size: Int) {
    let descriptor = try open(path, O_RDONLY | O_NONBLOCK, "read")
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let failure = error("read", path)
      _ = close(descriptor)
      throw failure
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      _ = close(descriptor)
      throw FileError("read", path.text, reason: "not a plain file")
    }
    return (descriptor, Int(status.st_size))
  }

  /// How many bytes there were; nil on a failure.
  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int
  ) -> Int? {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let got = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      filled += got
    }
    return filled
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
