#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Splits a file into its lines on bytes, LF or CRLF; blank lines are left out.
struct JSONLineReader {
  private let file: String
  private var stream: ByteStream
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 1

  init(_ stream: ByteStream, file: String) {
    self.stream = stream
    self.file = file
  }

  /// The next line, or the fault of one that is too long; nil at the end.
  mutating func next() throws(ImportError) -> JSONPiece? {
    while let capture = try nextLine() {
      if let fault = capture.overflow { return .fault(fault) }
      var record = capture.record
      if record.bytes.last == UInt8(ascii: "\r") { record.bytes.removeLast() }
      if record.line == 1, record.bytes.starts(with: JSONDocumentReader.mark) {
        record.bytes.removeFirst(JSONDocumentReader.mark.count)
      }
      if !record.bytes.allSatisfy(isWhiteSpace) { return .record(record, list: .none) }
    }
    return nil
  }

  /// Without its line feed; nil at the end.
  private mutating func nextLine() throws(ImportError) -> JSONCapture? {
    var capture = JSONCapture(file: file, at: TextPlace(line: line))
    var isEmpty = true
    while true {
      if position == chunk.count {
        guard let next = try stream.next() else { return isEmpty ? nil : capture }
        chunk = next
        position = 0
      }
      isEmpty = false
      if take(into: &capture) {
        line += 1
        return capture
      }
    }
  }

  /// Takes what the chunk has of the line; whether the line ends in it.
  private mutating func take(into capture: inout JSONCapture) -> Bool {
    let start = position
    let (end, isWhole) = chunk.withUnsafeBufferPointer { bytes -> (Int, Bool) in
      guard let base = bytes.baseAddress else { return (0, false) }
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      capture.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      return (end, found != nil)
    }
    position = isWhole ? end + 1 : end
    return isWhole
  }
}
