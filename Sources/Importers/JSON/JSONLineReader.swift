#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
/// Splits a file into its lines on bytes, LF or CRLF; blank lines are left out.
///
/// Lines are given where they lie, so that millions need no memory of their own.
struct JSONLineReader: ~Copyable {
  enum Line {
    /// Without its line end; valid until the next line is read.
    case text(UnsafeBufferPointer<UInt8>, line: Int)
    case tooLong(RecordFault)
  }

  let file: String
  private var stream: ByteStream
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  /// What the buffer holds of the file and has not given out.
  private var start = 0
  private var end = 0
  private var line = 1
  private var isWhole = false

  init(_ stream: ByteStream, file: String) {
    self.stream = stream
    self.file = file
    buffer = JSONLineReader.buffer(capacity: 1 << 12)
  }

  deinit { buffer.deallocate() }

  /// The next line as a record, or the fault of one that is too long; nil at the end.
  mutating func next() throws(ImportError) -> JSONPiece? {
    switch try nextLine() {
    case .text(let text, let line):
      .record(
        SourceRecord(file: file, line: line, column: 1, bytes: Array(text)), list: .none)
    case .tooLong(let fault): .fault(fault)
    case nil: nil
    }
  }

  /// The next line where it lies; nil at the end.
  mutating func nextLine() throws(ImportError) -> Line? {
    while true {
      let number = line
      guard let length = try lengthOfLine() else { return nil }
      if length > JSONCapture.longestRecord { return .tooLong(try takeLongLine(number)) }
      let text = trimmed(UnsafeBufferPointer(rebasing: buffer[start..<start + length]), number)
      pass(length)
      if !text.allSatisfy(isWhiteSpace) { return .text(text, line: number) }
    }
  }

  /// The length of the line that begins at the start, or of its beginning when that is too long
  /// already; nil at the end of the file.
  private mutating func lengthOfLine() throws(ImportError) -> Int? {
    var searched = 0
    while true {
      if let length = lineEnd(from: start + searched) { return length - start }
      searched = end - start
      if searched > JSONCapture.longestRecord { return searched }
      if try !fill() { return searched == 0 ? nil : searched }
    }
  }

  private func lineEnd(from index: Int) -> Int? {
    guard let base = buffer.baseAddress else { return nil }
    return memchr(base + index, 0x0A, end - index).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(base)
    }
  }

  /// Goes on behind a line and its line feed.
  private mutating func pass(_ length: Int) {
    start = min(end, start + length + 1)
    line += 1
  }

  private func trimmed(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Int
  ) -> UnsafeBufferPointer<UInt8> {
    var text = text
    if text.last == UInt8(ascii: "\r") { text = UnsafeBufferPointer(rebasing: text.dropLast()) }
    if line == 1, text.starts(with: JSONDocumentReader.mark) {
      text = UnsafeBufferPointer(rebasing: text.dropFirst(JSONDocumentReader.mark.count))
    }
    return text
  }

  /// Passes over a line of any length and keeps the first of its bytes.
  private mutating func takeLongLine(_ number: Int) throws(ImportError) -> RecordFault {
    var capture = JSONCapture(file: file, at: TextPlace(line: number))
    while true {
      let found = lineEnd(from: start)
      let behind = found ?? end
      capture.append(UnsafeBufferPointer(rebasing: buffer[start..<behind]))
      start = behind
      if found != nil { break }
      if try !fill() { break }
    }
    pass(0)
    return capture.overflow ?? capture.fault("it is too long")
  }

  /// Reads on behind what is held; false at the end of the file.
  private mutating func fill() throws(ImportError) -> Bool {
    guard !isWhole, let chunk = try stream.next() else {
      isWhole = true
      return false
    }
    makeRoom(for: chunk.count)
    _ = buffer[end...].update(fromContentsOf: chunk)
    end += chunk.count
    return true
  }

  /// Moves what is held to the front of the buffer, or of a larger one.
  private mutating func makeRoom(for count: Int) {
    let held = UnsafeBufferPointer(rebasing: buffer[start..<end])
    let needed = held.count + count
    if end + count <= buffer.count { return }
    if needed <= buffer.count {
      if let base = buffer.baseAddress { memmove(base, base + start, held.count) }
    } else {
      let larger = JSONLineReader.buffer(capacity: 2 * needed)
      _ = larger.update(fromContentsOf: held)
      buffer.deallocate()
      buffer = larger
    }
    (start, end) = (0, held.count)
  }

  private static func buffer(capacity: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    buffer.initialize(repeating: 0)
    return buffer
  }
}
