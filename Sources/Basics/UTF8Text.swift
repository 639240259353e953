/// Whether bytes are UTF-8.
///
/// Most texts begin with much ASCII, of which the compiler makes steps of many bytes; the rest is
/// left to the standard library.
package func isUTF8(_ bytes: [UInt8]) -> Bool {
  let start = bytes.withUnsafeBufferPointer(asciiPrefix)
  if start == bytes.count { return true }
  return (try? UTF8Span(validating: bytes.span.extracting(start...))) != nil
}

/// How many bytes of ASCII a text begins with at least, counted in whole steps but for its end.
private func asciiPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var start = 0
  while start < bytes.count {
    let end = min(start + 64, bytes.count)
    var all: UInt8 = 0
    // Without a branch.
    for index in start..<end { all |= bytes[index] }
    if all >= 0x80 { return start }
    start = end
  }
  return start
}
