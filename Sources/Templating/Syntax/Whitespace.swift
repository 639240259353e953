// What Python's `\s` and `str.strip` call white space, over UTF-8 bytes.

/// The length of the white space that starts at `index`: 0 when there is none.
func whitespaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let first = bytes[index]
  if first < 0x80 { return isBlank(first) || first &- 28 < 4 ? 1 : 0 }
  let left = bytes.count - index
  if first == 0xC2, left > 1 { return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0 }
  guard left > 2, first & 0xF0 == 0xE0 else { return 0 }
  let scalar =
    UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
    | UInt32(bytes[index + 2] & 0x3F)
  return isWideSpace(scalar) ? 3 : 0
}

/// The length of the white space that ends before `index`: 0 when there is none.
func whitespaceLength(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
  for length in 1...3 where index >= length {
    if whitespaceLength(bytes, at: index - length) == length { return length }
  }
  return 0
}

/// The bytes without white space at either end, as a range.
func trimmedRange(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  var start = 0
  while start < bytes.count, case let length = whitespaceLength(bytes, at: start), length > 0 {
    start += length
  }
  var end = bytes.count
  while end > start, case let length = whitespaceLength(bytes, before: end), length > 0 {
    end -= length
  }
  return start..<max(start, end)
}

private func isWideSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}
