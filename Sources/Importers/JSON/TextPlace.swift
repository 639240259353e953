#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A line and column in a file, moved on by the bytes that are passed over.
struct TextPlace: Sendable, Equatable {
  /// Both from 1, the column in Unicode scalars.
  private(set) var line: Int
  private(set) var column: Int

  init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count, let found = memchr(base + start, 0x0A, bytes.count - start) {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      line += 1
      column = 1
    }
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 { column += 1 }
  }

}
