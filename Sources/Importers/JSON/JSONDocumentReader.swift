/// Takes whole JSON texts apart into their records, each in memory by itself.
///
/// Only brackets, quotes and the names on the way to a list are looked at here; a record's own
/// grammar is checked when it is parsed, so that a bad one costs itself alone.
struct JSONDocumentReader {
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private enum State { case betweenTexts, object, list(JSONList), ended }

  private let file: String
  /// The paths of the lists to stream, and the paths of the objects on the way to one.
  private let lists: Set<String>
  private let ways: Set<String>
  private var input: JSONScan
  private var state = State.betweenTexts
  private var frame: JSONCapture
  /// The names of the open objects of the frame, the root's left out.
  private var names: [String] = []
  private var hasHead = false
  private var queue: [JSONPiece] = []
  /// Where the file ends too early; nil when it is whole.
  private(set) var cutOff: TextPlace?

  init(_ stream: ByteStream, file: String, lists: [String]) {
    self.file = file
    self.lists = Set(lists)
    ways = Set(lists.flatMap(JSONDocumentReader.ways))
    input = JSONScan(stream)
    frame = JSONCapture(file: file, at: TextPlace())
  }

  /// `a.b.c` → `a`, `a.b`
  private static func ways(to list: String) -> [String] {
    let names = list.split(separator: ".")
    return names.indices.dropFirst().map { names[..<$0].joined(separator: ".") }
  }

  mutating func next() throws(ImportError) -> JSONPiece? {
    while queue.isEmpty {
      try input.skipWhiteSpace()
      switch (state, try input.peek()) {
      case (.ended, _): return nil
      case (_, nil): end()
      case (.betweenTexts, let byte?): try begin(byte)
      case (.object, let byte?): try readObject(byte)
      case (.list(let list), let byte?): try readList(list, byte)
      }
    }
    return queue.removeFirst()
  }

  private mutating func end() {
    if case .betweenTexts = state {
    } else {
      cutOff = input.place
      if !hasHead, !frame.record.bytes.isEmpty {
        queue.append(.fault(frame.fault("the file ends inside of it")))
      }
    }
    state = .ended
  }

  private mutating func begin(_ byte: UInt8) throws(ImportError) {
    hasHead = false
    names = []
    frame = JSONCapture(file: file, at: input.place)
    switch byte {
    case UInt8(ascii: "["):
      input.advance()
      hasHead = true
      state = .list(.root)
    case UInt8(ascii: "{"):
      input.advance()
      frame.append("{")
      state = .object
    default:
      try setAsideTheRest("text between the records")
    }
  }

  // MARK: The frame

  private mutating func readObject(_ byte: UInt8) throws(ImportError) {
    switch byte {
    case UInt8(ascii: "}"):
      input.advance()
      frame.append("}")
      if names.popLast() == nil { try endText() }
    case UInt8(ascii: ","):
      input.advance()
      frame.append(",")
    case UInt8(ascii: "\""):
      try readField()
    default:
      try setAsideTheRest("expected a name in quotes")
    }
  }

  private mutating func readField() throws(ImportError) {
    let start = frame.record.bytes.count
    guard try input.takeValue(into: &frame) else { return end() }
    let quoted = frame.record.bytes[min(start, frame.record.bytes.count)...]
    let name = String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    try input.skipWhiteSpace()
    guard try input.peek() == UInt8(ascii: ":") else {
      return try setAsideTheRest("expected `:`")
    }
    input.advance()
    frame.append(":")
    try input.skipWhiteSpace()
    let path = (names + [name]).joined(separator: ".")
    switch try input.peek() {
    case UInt8(ascii: "[") where lists.contains(path): openList(path)
    case UInt8(ascii: "{") where ways.contains(path):
      input.advance()
      frame.append("{")
      names.append(name)
    default:
      if !(try input.takeValue(into: &frame)) { end() }
    }
  }

  private mutating func openList(_ path: String) {
    input.advance()
    if !hasHead {
      hasHead = true
      var head = frame
      head.append("[]")
      for _ in 0...names.count { head.append("}") }
      queue.append(piece(head) { .head($0) })
    }
    frame.append("[]")
    state = .list(.named(path))
  }

  private mutating func endText() throws(ImportError) {
    state = .betweenTexts
    let isRecord = !hasHead
    queue.append(piece(frame) { isRecord ? .record($0, list: .none) : .frame($0) })
  }

  private func piece(_ capture: JSONCapture, _ make: (SourceRecord) -> JSONPiece) -> JSONPiece {
    capture.overflow.map(JSONPiece.fault) ?? make(capture.record)
  }

  // MARK: Lists

  private mutating func readList(_ list: JSONList, _ byte: UInt8) throws(ImportError) {
    switch byte {
    case UInt8(ascii: "]"):
      input.advance()
      state = list == .root ? .betweenTexts : .object
    case UInt8(ascii: ","):
      input.advance()
    default:
      var capture = JSONCapture(file: file, at: input.place)
      let isWhole = try input.takeValue(into: &capture)
      if isWhole {
        queue.append(piece(capture) { .record($0, list: list) })
      } else {
        queue.append(.fault(capture.fault("the file ends inside of it")))
        end()
      }
    }
  }

  /// What follows cannot be told apart any more.
  private mutating func setAsideTheRest(_ reason: String) throws(ImportError) {
    var rest = JSONCapture(file: file, at: input.place)
    try input.takeRest(into: &rest)
    queue.append(.fault(rest.fault(reason)))
    cutOff = input.place
    state = .ended
  }
}
