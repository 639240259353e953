/// Whether bytes are UTF-8.
///
/// Most of a text is ASCII, of which the compiler makes steps of many bytes; the stretches between
/// are left to the standard library.
package func isUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { text in
    var start = firstOther(in: text, from: 0)
    while start < text.count {
      // A sequence of several bytes has none of ASCII in it, so that a stretch is judged alone.
      var end = start + 1
      while end < text.count, text[end] >= 0x80 { end += 1 }
      guard isUTF8(bytes.span.extracting(start..<end)) else { return false }
      start = firstOther(in: text, from: end)
    }
    return true
  }
}

private func isUTF8(_ stretch: Span<UInt8>) -> Bool {
  (try? UTF8Span(validating: stretch)) != nil
}

/// The first byte from an offset on that is not ASCII; the end where there is none.
private func firstOther(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
  var start = offset
  while start < text.count {
    let end = min(start + 64, text.count)
    var all: UInt8 = 0
    // Without a branch.
    for index in start..<end { all |= text[index] }
    if all >= 0x80 { break }
    start = end
  }
  while start < text.count, text[start] < 0x80 { start += 1 }
  return start
}
