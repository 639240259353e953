/// The bytes of a stream from a place on, with that place as line and column.
struct ByteWindow: Sendable {
  private var bytes: [UInt8] = []
  private var head = 0
  /// Bytes since the start of the file.
  private(set) var offset = 0
  private(set) var line = 1
  /// In Unicode scalars, from 1.
  private(set) var column = 1

  var count: Int { bytes.count - head }

  /// The offset behind the last byte.
  var end: Int { offset + count }

  mutating func append(_ more: [UInt8]) {
    bytes.removeFirst(head)
    head = 0
    bytes += more
  }

  /// The bytes between two offsets, cut to what is there.
  func slice(from start: Int, to end: Int) -> ArraySlice<UInt8> {
    let low = min(max(start - offset, 0), count)
    let high = min(max(end - offset, low), count)
    return bytes[head + low..<head + high]
  }

  /// The offset of the last `byte` before an offset.
  func lastOffset(of byte: UInt8, before end: Int) -> Int? {
    let slice = slice(from: offset, to: end)
    return slice.lastIndex(of: byte).map { $0 - head + offset }
  }

  /// The offset of the first `pattern` at or after an offset.
  func firstOffset(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var rest = slice(from: start, to: end)
    while let index = rest.firstIndex(of: first) {
      if rest[index...].starts(with: pattern) { return index - head + offset }
      rest = rest[(index + 1)...]
    }
    return nil
  }

  /// Moves on to an offset, counting lines; the bytes passed over.
  @discardableResult
  mutating func take(to target: Int) -> ArraySlice<UInt8> {
    let passed = slice(from: offset, to: target)
    for byte in passed {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    head += passed.count
    offset += passed.count
    return passed
  }

  mutating func skipWhiteSpace() {
    let rest = slice(from: offset, to: end)
    take(to: offset + (rest.firstIndex { !isWhiteSpace($0) } ?? rest.endIndex) - head)
  }

  /// Moves on without counting a column: for a byte order mark.
  mutating func takeUncounted(_ count: Int) {
    head += count
    offset += count
  }
}

/// Space, tab, line feed or carriage return.
func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
