internal import Basics
internal import JSONText

/// The JSON files of an export that one reading goes through, and how their records lie in them.
struct JSONFiles: Sendable {
  let layout: JSONLayout
  /// Whether a file of this name, a path inside the export, is one of them. A file that the user
  /// named is one whatever its name.
  let isOne: @Sendable (String) -> Bool

  init(_ layout: JSONLayout, where isOne: @escaping @Sendable (String) -> Bool) {
    self.layout = layout
    self.isOne = isOne
  }

  /// Something to be read of a file: `head` and `frame` as ``JSONPiece`` tells.
  enum Entry {
    case record(SourceObject, list: JSONList)
    case head(SourceObject)
    case frame(SourceObject)
  }

  /// Gives every entry to `body`; one it finds fault with is quarantined, as is what is not JSON.
  func read(
    _ run: inout ImportRun, _ body: (Entry, inout ImportRun) throws(RecordFault) -> Void
  ) throws(ImportError) {
    let input = run.input
    var parser = SourceParser()
    try input.forEachFile(where: isOne, orGiven: true) { (name, stream) throws(ImportError) in
      var pieces = JSONPieces(stream, file: name, layout)
      while let piece = try pieces.next() {
        do throws(RecordFault) {
          try body(try parser.entry(of: piece), &run)
        } catch {
          run.quarantine(error)
        }
      }
      if let place = pieces.cutOff { sayCutOff(name, at: place, &run) }
    }
  }

  /// Gives every record to `body`, whatever list it stands in.
  func readRecords(
    _ run: inout ImportRun, _ body: (SourceObject, inout ImportRun) throws(RecordFault) -> Void
  ) throws(ImportError) {
    try read(&run) { entry, run throws(RecordFault) in
      if case .record(let object, _) = entry { try body(object, &run) }
    }
  }

  /// Reads what is needed to understand the records, and counts nothing: what is wrong comes to
  /// light when it is read again.
  func survey(
    _ run: ImportRun, _ body: (Entry) throws(RecordFault) -> Void
  ) throws(ImportError) {
    let input = run.input
    var parser = SourceParser()
    try input.forEachFile(where: isOne, orGiven: true) { (name, stream) throws(ImportError) in
      var pieces = JSONPieces(stream, file: name, layout)
      while let piece = try pieces.next() {
        do throws(RecordFault) {
          try body(try parser.entry(of: piece))
        } catch {}
      }
    }
  }

  private func sayCutOff(_ name: String, at place: TextPlace, _ run: inout ImportRun) {
    run.tally.gap("\(name) ends too early, at line \(place.line)")
    run.tally.warn(
      Diagnostic(
        ImportersCodes.cutOff, "\(name) ends before its JSON does",
        at: SourceLocation(file: name, line: place.line, column: place.column),
        severity: .warning, fix: "download it again"))
  }
}

/// The pieces of a file in either layout.
private struct JSONPieces {
  private enum Reader {
    case lines(JSONLineReader)
    case documents(JSONDocumentReader)
  }

  private var reader: Reader

  init(_ stream: ByteStream, file: String, _ layout: JSONLayout) {
    reader =
      switch layout {
      case .lines: .lines(JSONLineReader(stream, file: file))
      case .documents(let lists):
        .documents(JSONDocumentReader(stream, file: file, lists: lists))
      }
  }

  mutating func next() throws(ImportError) -> JSONPiece? {
    switch reader {
    case .lines(var lines):
      defer { reader = .lines(lines) }
      return try lines.next()
    case .documents(var documents):
      defer { reader = .documents(documents) }
      return try documents.next()
    }
  }

  var cutOff: TextPlace? {
    if case .documents(let documents) = reader { documents.cutOff } else { nil }
  }
}
