internal import JSONText

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Some whole lines of a file in a row, with readable bytes behind them.
struct LinePiece {
  /// Without the padding.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where it begins in a plain file; nil when it is of a compressed one.
  var offset: Int?

  /// Calls with each line that is not blank, without its end (LF or CRLF), and its number from 0;
  /// the number of all lines, blank ones included.
  func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, _ number: Int) -> Void) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var number = 0
    var start = 0
    while start < bytes.count {
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let next = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      var end = next
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if !isBlank(start..<end) { body(UnsafeBufferPointer(rebasing: bytes[start..<end]), number) }
      number += 1
      start = next + 1
    }
    return number
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    // Most lines end the search at their first byte.
    for byte in UnsafeBufferPointer(rebasing: bytes[range]) where byte != 0x20 && byte != 0x09 {
      return false
    }
    return true
  }
}

/// A line that could not be read, with its number in its piece.
struct BadLine: Sendable {
  var number: Int
  /// From 1, in Unicode scalars.
  var column: Int
  var reason: String
  var bytes: [UInt8]

  init(_ line: UnsafeBufferPointer<UInt8>, number: Int, _ fault: JSONFault) {
    self.number = number
    reason = fault.reason
    bytes = Array(line)
    column = line.prefix(fault.offset).reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
