internal import Basics
internal import JSONText

/// The JSON files of an export that one reading goes through, and how their records lie in them.
struct JSONFiles: Sendable {
  let layout: JSONLayout
  /// Whether a file of this name, a path inside the export, is one of them.
  let isOne: @Sendable (String) -> Bool
  /// Whether a file that the user named is one whatever its name.
  var takesGiven = true

  init(_ layout: JSONLayout, where isOne: @escaping @Sendable (String) -> Bool) {
    self.layout = layout
    self.isOne = isOne
  }

  /// Names that are looked for in every record; ``JSONRecord/index(ofField:)`` finds them at once.
  var knownNames: [String] = []
  /// Why all that stands in a file is left out, readable or not; nil for a file that is taken.
  var withheldFile: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The same by what a document says before its lists.
  var withheldHead: @Sendable (_ head: SourceObject) -> String? = { _ in nil }
  /// The same by the bytes of what a document says before its lists, where they cannot be read.
  var withheldDamage: @Sendable (_ head: [UInt8]) -> String? = { _ in nil }
  /// Why elements of lists that are mere texts are left out, where such are no fault.
  var withheldTexts: String?

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
    var ahead = JSONReadAhead(knownNames: knownNames)
    try input.forEachFile(where: isOne, orGiven: takesGiven) { (name, stream) throws(ImportError) in
      var withheld = withheldFile(name)
      var isHeadRead = false
      let cutOff = try readFile(stream, name, &ahead) { reading in
        switch reading {
        case .entry(.head(let head)), .entry(.record(let head, list: .none)):
          withheld = withheldFile(name) ?? withheldHead(head)
          isHeadRead = true
        case .fault(let fault) where !isHeadRead:
          withheld = withheldFile(name) ?? withheldDamage(fault.record.bytes)
          isHeadRead = true
        case .entry, .fault, .withheld: break
        }
        if let withheld { return JSONFiles.withhold(reading, withheld, &run) }
        do throws(RecordFault) {
          switch reading {
          case .entry(let entry): try body(entry, &run)
          case .fault(let fault): throw fault
          case .withheld(let reason): run.withhold(reason)
          }
        } catch {
          run.quarantine(error)
        }
      }
      if let cutOff, withheld == nil { sayCutOff(name, at: cutOff, &run) }
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
    var ahead = JSONReadAhead()
    try input.forEachFile(where: isOne, orGiven: takesGiven) { (name, stream) throws(ImportError) in
      _ = try readFile(stream, name, &ahead) { reading in
        guard case .entry(let entry) = reading else { return }
        do throws(RecordFault) {
          try body(entry)
        } catch {}
      }
    }
  }

  /// What became of a piece of a file.
  enum Reading {
    case entry(Entry)
    case fault(RecordFault)
    case withheld(String)

    /// In bytes, about.
    var size: Int {
      switch self {
      case .entry(.record(let object, _)), .entry(.head(let object)), .entry(.frame(let object)):
        object.size
      case .fault(let fault): fault.record.bytes.count
      case .withheld(let reason): reason.utf8.count
      }
    }
  }

  /// Reads the next piece of a file with a parser of its own; nil at the end.
  typealias PieceReading = (inout SourceParser) throws(ImportError) -> Reading?

  /// Counts what stands in a file that is left out.
  private static func withhold(_ reading: Reading, _ reason: String, _ run: inout ImportRun) {
    switch reading {
    case .entry(.head), .entry(.frame): break
    case .entry(.record), .fault, .withheld: run.withhold(reason)
    }
  }

  /// Calls with everything in a file; where the file ends too early, if it does.
  private func readFile(
    _ stream: ByteStream, _ name: String, _ ahead: inout JSONReadAhead, _ body: (Reading) -> Void
  ) throws(ImportError) -> TextPlace? {
    let stream = stream.inUTF8
    switch layout {
    case .lines:
      var lines = JSONLineReader(stream, file: name)
      try ahead.forEach(
        { parser throws(ImportError) in
          guard let line = try lines.nextLine() else { return nil }
          return reading(line, of: name, &parser)
        }, body)
      return nil
    case .documents(let lists):
      var documents = JSONDocumentReader(stream, file: name, lists: lists)
      try ahead.forEach(
        { parser throws(ImportError) in
          guard let piece = try documents.next() else { return nil }
          return reading(piece, &parser)
        }, body)
      return documents.cutOff
    }
  }

  private func reading(
    _ line: JSONLineReader.Line, of file: String, _ parser: inout SourceParser
  ) -> Reading {
    do throws(RecordFault) {
      switch line {
      case .text(let text, let number):
        let object = try parser.object(ofLine: text, at: number, of: file)
        return .entry(.record(object, list: .none))
      case .tooLong(let fault): return .fault(fault)
      }
    } catch {
      return .fault(error)
    }
  }

  private func reading(_ piece: JSONPiece, _ parser: inout SourceParser) -> Reading {
    if let withheldTexts, piece.isText { return .withheld(withheldTexts) }
    do throws(RecordFault) {
      return .entry(try parser.entry(of: piece))
    } catch {
      return .fault(error)
    }
  }

  private func sayCutOff(_ name: String, at place: TextPlace, _ run: inout ImportRun) {
    let written = Minimisation.minimised(label: name)
    run.tally.gap("\(written) ends too early, at line \(place.line)")
    run.tally.warn(
      Diagnostic(
        ImportersCodes.cutOff, "\(name) ends before its JSON does",
        at: SourceLocation(file: name, line: place.line, column: place.column),
        severity: .warning, fix: "download it again"))
  }
}
