/// Texts one behind the other, so that a matcher can read several of them at once.
struct ProseBatch {
  private(set) var bytes: [UInt8] = []
  /// Behind each text.
  private(set) var ends: [Int] = []

  /// No phrase goes over a wall, so that texts stay apart.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    bytes.append(ProseMask.wall)
  }

  /// Four parts of about the same length that begin and end with texts.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for end in ends where parts.count < 3 && end >= (parts.count + 1) * bytes.count / 4 {
      parts.append(start..<end + 1)
      start = end + 1
    }
    while parts.count < 4 {
      parts.append(start..<bytes.count)
      start = bytes.count
    }
    return parts
  }
}
