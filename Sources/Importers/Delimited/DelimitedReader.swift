internal import Basics

/// Reads the records of a delimited table one after the other, in flat memory.
///
/// A record that breaks the grammar, has another number of columns or is not UTF-8 comes out as a
/// fault; after one that breaks the grammar reading goes on in the next line.
struct DelimitedReader {
  /// A longer record is a fault, so that one lost quotation mark does not swallow a whole file.
  static let longestRecord = 1 << 20

  private let file: String
  /// nil until the first record tells.
  private var columns: Int?
  /// Whether a record that is not UTF-8 is read in another character set instead of a fault.
  var decodesRows = false
  private let syntax: DelimitedSyntax
  private var stream: ByteStream
  private var window = ByteWindow()
  private var hasBegun = false
  private var isWhole = false

  /// Without `columns` every record must have as many as the first.
  init(_ stream: ByteStream, file: String, columns: Int?, syntax: DelimitedSyntax) {
    self.stream = stream
    self.file = file
    self.columns = columns
    self.syntax = syntax
  }

  /// The next record or fault; nil after the last. Empty lines are passed over.
  mutating func next() throws(ImportError) -> DelimitedRecord? {
    if !hasBegun { try begin() }
    while true {
      if window.count == 0, try !fill() { return nil }
      let bytes = window.slice(from: window.offset, to: window.end)
      switch syntax.parse(bytes, isWhole: isWhole) {
      case .fields(let fields, let length):
        let record = take(length)
        if fields != [[]] { return check(record, fields) }
      case .fault(let reason):
        return .fault(RecordFault(takeLine(), reason))
      case .incomplete:
        if window.count > DelimitedReader.longestRecord {
          return .fault(RecordFault(takeLine(), "a record is longer than 1 MiB"))
        }
        _ = try fill()
      }
    }
  }

  private mutating func begin() throws(ImportError) {
    hasBegun = true
    while window.count < 3, try fill() {}
    if window.slice(from: 0, to: 3).elementsEqual([0xEF, 0xBB, 0xBF]) { window.takeUncounted(3) }
  }

  /// Reads on; false at the end of the file.
  private mutating func fill() throws(ImportError) -> Bool {
    guard let chunk = try stream.next() else {
      isWhole = true
      return false
    }
    window.append(chunk)
    return true
  }

  private mutating func check(_ record: SourceRecord, _ fields: [[UInt8]]) -> DelimitedRecord {
    let columns = columns ?? fields.count
    self.columns = columns
    if fields.count != columns {
      let reason = "it has another number of columns than \(columns)"
      return .fault(RecordFault(record, reason, detail: "\(fields.count)"))
    }
    if String(validating: record.bytes, as: UTF8.self) == nil {
      guard decodesRows else { return .fault(RecordFault(record, "it is not UTF-8")) }
      return .row(
        DelimitedRow(record: record, fields: fields.map { CharacterSet.decoded($0).text }))
    }
    return .row(DelimitedRow(record: record, fields: fields))
  }

  /// The record without its line end.
  private mutating func take(_ length: Int) -> SourceRecord {
    var record = SourceRecord(file: file, line: window.line, column: window.column, bytes: [])
    record.bytes = Array(window.take(to: window.offset + length))
    if record.bytes.last == UInt8(ascii: "\n") { record.bytes.removeLast() }
    if record.bytes.last == UInt8(ascii: "\r") { record.bytes.removeLast() }
    return record
  }

  private mutating func takeLine() -> SourceRecord {
    let end = window.firstOffset(of: [UInt8(ascii: "\n")], from: window.offset)
    return take((end.map { $0 + 1 } ?? window.end) - window.offset)
  }
}
