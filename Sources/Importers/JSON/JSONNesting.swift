/// Finds where a JSON value ends by its brackets and quotes alone, piece by piece: whether it is well
/// formed is the parser's business, so that a bad record costs itself and not its neighbours.
struct JSONNesting: Sendable {
  private(set) var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// The index behind the end of a container or string that begins at `start` or in an earlier
  /// piece; nil when it goes on in the next.
  mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if isInString {
        guard let behind = endOfString(in: bytes, from: index) else { return nil }
        index = behind
        if depth == 0 { return index }
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if isEscaped {
        isEscaped = false
      } else if bytes[index] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if bytes[index] == UInt8(ascii: "\"") {
        isInString = false
        return index + 1
      }
      index += 1
    }
    return nil
  }
}
