/// Kinds of bytes, as the searches below ask for them.
enum ByteClass {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
  }

  /// Letter, digit, `_` or part of a character outside ASCII.
  static func isWord(_ byte: UInt8) -> Bool { isASCIIWord(byte) || byte >= 0x80 }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }
}

extension [UInt8] {
  /// The byte at an index, or nil outside.
  func at(_ index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }

  /// Where the character begins that an index lies in, so that no text is cut inside of one.
  func characterStart(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 3, let byte = at(start), byte & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Whether an ASCII text in lower case stands at an index, in any case.
  func has(_ pattern: StaticString, at index: Int) -> Bool {
    let wanted = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
    guard index >= 0, index + wanted.count <= count else { return false }
    for (offset, byte) in wanted.enumerated() {
      let own = self[index + offset]
      let folded = own >= 0x41 && own <= 0x5A ? own | 0x20 : own
      if folded != byte { return false }
    }
    return true
  }

  /// The index behind the bytes from `start` on that fulfil a condition, at most `limit` of them.
  func end(from start: Int, limit: Int = .max, while condition: (UInt8) -> Bool) -> Int {
    var index = start
    while index < count, index - start < limit, condition(self[index]) { index += 1 }
    return index
  }

  /// The index of the first of the bytes before `end` that fulfil a condition, at most `limit`.
  func start(before end: Int, limit: Int = .max, while condition: (UInt8) -> Bool) -> Int {
    var index = end
    while index > 0, end - index < limit, condition(self[index - 1]) { index -= 1 }
    return index
  }
}
