#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// `read`, tried again when a signal interrupts it; the number of bytes, 0 at the end, -1 on failure.
func readFile(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 || errno != EINTR { return count }
  }
}

/// `write`, tried again when a signal interrupts it; the number of bytes or -1.
func writeFile(_ descriptor: Int32, _ buffer: [UInt8]) -> Int {
  buffer.withUnsafeBytes { bytes in
    while true {
      let count = write(descriptor, bytes.baseAddress, bytes.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
