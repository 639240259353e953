/// Steps through the bytes of a stream, value by value, whatever chunks they come in.
struct JSONScan {
  private var stream: ByteStream
  private var chunk: [UInt8] = []
  private var position = 0
  private(set) var place = TextPlace()
  private var isAtStart = true

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// The byte at hand; nil at the end of the stream.
  mutating func peek() throws(ImportError) -> UInt8? {
    if position == chunk.count, !(try refill()) { return nil }
    return chunk[position]
  }

  /// Moves on by the byte that was peeked at.
  mutating func advance() { advance(to: position + 1) }

  mutating func skipWhiteSpace() throws(ImportError) {
    while let byte = try peek(), isWhiteSpace(byte) {
      let end = chunk[position...].firstIndex { !isWhiteSpace($0) } ?? chunk.count
      advance(to: end)
    }
  }

  /// Takes a container, string, number or word; false when the stream ends inside of it.
  mutating func takeValue(into capture: inout JSONCapture) throws(ImportError) -> Bool {
    guard let first = try peek() else { return false }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"") {
      return try takeNested(into: &capture)
    }
    // At least one byte, so that what is no value at all is passed over too.
    take(to: position + 1, into: &capture)
    while let byte = try peek(), !endsWord(byte) {
      let end = chunk[position...].firstIndex(where: endsWord) ?? chunk.count
      take(to: end, into: &capture)
    }
    return true
  }

  private mutating func takeNested(into capture: inout JSONCapture) throws(ImportError) -> Bool {
    var nesting = JSONNesting()
    while try peek() != nil {
      let start = position
      let end = chunk.withUnsafeBufferPointer { nesting.end(in: $0, from: start) }
      take(to: end ?? chunk.count, into: &capture)
      if end != nil { return true }
    }
    return false
  }

  mutating func takeRest(into capture: inout JSONCapture) throws(ImportError) {
    while try peek() != nil { take(to: chunk.count, into: &capture) }
  }

  private mutating func take(to end: Int, into capture: inout JSONCapture) {
    let start = position
    chunk.withUnsafeBufferPointer { bytes in
      capture.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
    advance(to: end)
  }

  private mutating func advance(to end: Int) {
    let start = position
    chunk.withUnsafeBufferPointer { bytes in
      place.pass(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
    position = end
  }

  /// Reads on; false at the end. A byte order mark is left out.
  private mutating func refill() throws(ImportError) -> Bool {
    guard var next = try stream.next() else { return false }
    if isAtStart {
      isAtStart = false
      while next.count < JSONDocumentReader.mark.count, let more = try stream.next() {
        next += more
      }
      if next.starts(with: JSONDocumentReader.mark) { next.removeFirst(3) }
    }
    chunk = next
    position = 0
    return chunk.isEmpty ? try refill() : true
  }
}

private func endsWord(_ byte: UInt8) -> Bool {
  isWhiteSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
    || byte == UInt8(ascii: "}")
}
