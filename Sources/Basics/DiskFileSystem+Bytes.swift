#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Bytes of an open file, however many pieces the system gives and takes them in.
extension DiskFileSystem {
  func readAll(
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
}

// The C functions whose names a method here would hide.
func readFile(_ descriptor: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  to.map { read(descriptor, $0, count) } ?? 0
}

func writeFile(_ descriptor: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  from.map { write(descriptor, $0, count) } ?? 0
}
