internal import Basics

/// Reads the `<row …/>` elements of a table dump one after the other, in flat memory.
///
/// A stretch that is not well-formed costs itself alone: it comes out as a fault that ends where the
/// next `<row` begins, and reading goes on there. A file that declares entities, is not UTF-8 or has
/// another root element is refused as a whole.
struct XMLRowReader: ~Copyable {
  /// A row longer than this is a fault; libxml2 itself refuses attributes over 10 MB.
  static let longestRow = 12 << 20
  private static let largestPiece = 1 << 16

  private let file: String
  private let root: String
  private var stream: ByteStream
  private let events: XMLEvents
  private var parser: XMLPushParser
  private var window = ByteWindow()
  /// The offset up to which the parser has read.
  private var seen = 0
  /// What turns libxml2's count of bytes into an offset in the file.
  private var bias = 0
  /// Small after a fault, so that a file full of faults is not read over and over.
  private var pieceSize = largestPiece
  private var queue: [XMLRecord] = []
  private var queueHead = 0
  private var hasBegun = false
  private var hasEnded = false
  /// Whether the file ended before its root element was closed.
  private(set) var isCutOff = false

  /// `root` is the element around all rows: `posts`.
  init(_ stream: ByteStream, file: String, root: String) throws(ImportError) {
    self.file = file
    self.root = root
    self.stream = stream
    events = XMLEvents(file: file)
    parser = try XMLPushParser(events: events)
  }

  /// The next row or fault; nil after the last.
  mutating func next() throws(ImportError) -> XMLRecord? {
    if !hasBegun { try begin() }
    while queueHead == queue.count {
      if hasEnded { return nil }
      queue.removeAll(keepingCapacity: true)
      queueHead = 0
      try readPiece()
    }
    queueHead += 1
    return queue[queueHead - 1]
  }

  /// Where reading has come to.
  var location: SourceLocation {
    SourceLocation(file: file, line: window.line, column: window.column)
  }

  /// libxml2 recognises an encoding by the first four bytes that it is given at once.
  private mutating func begin() throws(ImportError) {
    hasBegun = true
    while window.count < 4, let chunk = try stream.next() { window.append(chunk) }
    if window.count == 0 { throw refusal("it is empty") }
    if window.slice(from: 0, to: 3).elementsEqual([0xEF, 0xBB, 0xBF]) { window.takeUncounted(3) }
    seen = window.offset
    bias = window.offset
  }

  private mutating func readPiece() throws(ImportError) {
    var isAtEnd = false
    if seen == window.end {
      if let chunk = try stream.next() { window.append(chunk) } else { isAtEnd = true }
    }
    let piece = window.slice(from: seen, to: seen + pieceSize)
    pieceSize = min(pieceSize * 2, XMLRowReader.largestPiece)
    seen += piece.count
    parser.read(piece, isLast: isAtEnd)
    takeRows()
    try checkDocument()
    if let fault = parser.fault {
      try recover(from: fault)
    } else if seen - window.offset > XMLRowReader.longestRow {
      try recover(from: "a row of more than 12 MiB")
    } else if isAtEnd {
      hasEnded = true
    }
  }

  private mutating func takeRows() {
    for event in events.takeEvents() {
      switch event {
      case .row(var row, let start, let end, let fault):
        let from = window.lastOffset(of: UInt8(ascii: "<"), before: start + bias)
        window.take(to: from ?? window.offset)
        row.record = recordHere()
        row.record.bytes = Array(window.take(to: end + bias))
        queue.append(fault.map { .fault(RecordFault(row.record, $0)) } ?? .row(row))
      case .stray(let end):
        window.skipWhiteSpace()
        var fault = RecordFault(recordHere(), "there is text between the rows")
        _ = fault.append(window.take(to: end + bias))
        fault.trimEnd()
        queue.append(.fault(fault))
      }
    }
  }

  private func checkDocument() throws(ImportError) {
    if events.declaresEntities { throw refusal("it declares entities") }
    if let encoding = parser.foreignEncoding {
      throw refusal("it is encoded as \(encoding) instead of UTF-8")
    }
    if let found = events.root, found != root {
      throw refusal("its root element is `\(found)` instead of `\(root)`")
    }
    if events.root == nil, let fault = parser.fault {
      throw refusal("it does not begin as XML: \(fault)")
    }
  }

  /// Sets the bytes up to the next row aside and starts a new parser there.
  private mutating func recover(from detail: String) throws(ImportError) {
    window.skipWhiteSpace()
    var fault = RecordFault(recordHere(), "it is not well-formed XML", detail: detail)
    var lost = 0
    var start = window.offset + 1
    while true {
      if let next = window.firstOffset(of: Array("<row ".utf8), from: start) {
        lost += fault.append(window.take(to: next))
        break
      }
      // The last bytes may be the beginning of a `<row `.
      lost += fault.append(window.take(to: max(window.offset, window.end - 4)))
      start = max(start, window.offset)
      guard let chunk = try stream.next() else {
        lost += fault.append(window.take(to: window.end))
        hasEnded = true
        break
      }
      window.append(chunk)
    }
    if hasEnded { removeClosingTag(of: &fault) } else { try restart() }
    fault.trimEnd()
    if lost > 0 { fault.detail = "\(detail); \(lost) further bytes are not kept" }
    if !fault.record.bytes.isEmpty { queue.append(.fault(fault)) }
  }

  private mutating func removeClosingTag(of fault: inout RecordFault) {
    fault.trimEnd()
    let closing = Array("</\(root)>".utf8)
    isCutOff = !fault.record.bytes.suffix(closing.count).elementsEqual(closing)
    if !isCutOff { fault.record.bytes.removeLast(closing.count) }
  }

  private mutating func restart() throws(ImportError) {
    parser = try XMLPushParser(events: events)
    let opening = Array("<\(root)>".utf8)
    events.restart()
    parser.read(opening[...])
    seen = window.offset
    bias = window.offset - opening.count
    pieceSize = 256
  }

  private func recordHere() -> SourceRecord {
    SourceRecord(file: file, line: window.line, column: window.column, bytes: [])
  }

  private func refusal(_ reason: String) -> ImportError {
    unreadable(file, reason, fix: "take the file as the dump has it")
  }
}
