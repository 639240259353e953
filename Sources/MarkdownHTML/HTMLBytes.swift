/// Writing as libcmark writes, so that pages equal the specification's examples byte for byte.
extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text with `& < > "` as entities; good in text and in double-quoted attributes.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let index = firstToEscape(in: text, from: start), let entity = entity(of: text[index]) {
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

/// Where the next byte stands that is written as an entity; eight are asked at once, since most are not.
private func firstToEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard let base = text.baseAddress else { return nil }
  var index = start
  while index + 8 <= text.count {
    let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
    if !mayHoldEntity(bytes) {
      index += 8
      continue
    }
    for place in index..<index + 8 where entity(of: text[place]) != nil { return place }
    index += 8
  }
  while index < text.count, entity(of: text[index]) == nil { index += 1 }
  return index < text.count ? index : nil
}

/// Whether one of eight bytes is one of the four: taking 1 from a zero byte sets its upper bit.
private func mayHoldEntity(_ bytes: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // `&` and `"` differ in one bit, and so do `<` and `>`.
  let first = bytes & ~(ones &* 0x04) ^ (ones &* 0x22)
  let second = bytes & ~(ones &* 0x02) ^ (ones &* 0x3C)
  let found = (first &- ones) & ~first | (second &- ones) & ~second
  return found & (ones &* 0x80) != 0
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
