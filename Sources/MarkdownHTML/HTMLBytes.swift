/// Writing as libcmark writes, so that pages equal the specification's examples byte for byte.
extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text with `& < > "` as entities; good in text and in double-quoted attributes.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<text.count {
      guard let entity = entity(of: text[index]) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(entity)
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  mutating func appendEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }
}

private func entity(of byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}
