#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reading, comparing and writing what is in files and folders.
extension KernelCalls {
  package func entries(in folder: OpenFolder) throws(PublishError) -> [DiskEntry] {
    // A stream closes its descriptor, and the caller goes on using the folder's.
    let descriptor = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      let error = fault("list", folder.path)
      if descriptor >= 0 { closeFile(descriptor) }
      throw error
    }
    defer { closedir(stream) }
    var found: [DiskEntry] = []
    errno = 0
    while let next = readdir(stream) {
      let name = withUnsafeBytes(of: &next.pointee.d_name) { RawPath(terminated: $0) }
      if name.cString != dot, name.cString != dotDot,
        let entry = try entry(at: name, in: folder)
      {
        found.append(entry)
      }
      errno = 0
    }
    guard errno == 0 else { throw fault("list", folder.path) }
    return found.sorted { $0.path < $1.path }
  }

  package func read(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> [UInt8] {
    let file = try openPlain(path, in: folder)
    defer { closeFile(file) }
    var bytes: [UInt8] = []
    try forEachPiece(of: file, path, folder) { piece throws(PublishError) in
      bytes += piece
      return true
    }
    return bytes
  }

  package func holds(
    _ bytes: [UInt8], at path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> Bool {
    let file = try openPlain(path, in: folder)
    defer { closeFile(file) }
    var offset = 0
    var same = true
    try forEachPiece(of: file, path, folder) { piece throws(PublishError) in
      same = bytes.withUnsafeBytes { wanted in
        guard wanted.count - offset >= piece.count, let start = wanted.baseAddress,
          let found = piece.baseAddress
        else { return false }
        return memcmp(start + offset, found, piece.count) == 0
      }
      offset += piece.count
      return same
    }
    return same && offset == bytes.count
  }

  package func create(
    _ path: RawPath, in folder: OpenFolder, _ bytes: [UInt8]
  ) throws(PublishError) {
    let file = try openNew(path, in: folder)
    let wrote = bytes.withUnsafeBytes { writeAll($0, to: file) }
    let error = wrote ? nil : fault("write", path, folder)
    // Some file systems tell only now that the disk is full.
    guard closeFile(file) == 0 || error != nil else { throw fault("write", path, folder) }
    if let error { throw error }
  }

  package func copy(
    _ path: RawPath, from source: OpenFolder, to target: OpenFolder
  ) throws(PublishError) {
    let old = try openPlain(path, in: source)
    defer { closeFile(old) }
    let new = try openNew(path, in: target)
    defer { closeFile(new) }
    try forEachPiece(of: old, path, source) { piece throws(PublishError) in
      guard writeAll(piece, to: new) else { throw fault("write", path, target) }
      return true
    }
    var status = stat()
    guard fstat(old, &status) == 0, fchmod(new, status.st_mode & 0o7777) == 0 else {
      throw fault("set the permissions of", path, target)
    }
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    guard futimens(new, times) == 0 else { throw fault("set the time of", path, target) }
  }

  // MARK: Descriptors

  private func openPlain(
    _ path: RawPath, in folder: OpenFolder
  ) throws(PublishError) -> Int32 {
    // Not blocking, so that a pipe put here a moment ago cannot hold the build.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = openat(folder.descriptor, path.cString, flags)
    guard file >= 0 else { throw fault("read", path, folder) }
    return file
  }

  private func openNew(_ path: RawPath, in folder: OpenFolder) throws(PublishError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(folder.descriptor, path.cString, flags, 0o666)
    guard file >= 0 else { throw fault("create", path, folder) }
    return file
  }

  /// Hands over a file piece by piece until its end or until `body` says false.
  private func forEachPiece(
    of file: Int32, _ path: RawPath, _ folder: OpenFolder,
    _ body: (UnsafeRawBufferPointer) throws(PublishError) -> Bool
  ) throws(PublishError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Self.systemRead(file, buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault("read", path, folder) }
      guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    buffer.baseAddress.map { readFile(file, $0, buffer.count) } ?? 0
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let wrote = write(file, start + done, bytes.count - done)
      if wrote < 0, errno == EINTR { continue }
      if wrote < 0 { return false }
      done += wrote
    }
    return true
  }
}

private let dot = RawPath(".").cString
private let dotDot = RawPath("..").cString

// The C function whose name a method here hides.
private func readFile(_ file: Int32, _ to: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, to, count)
}
