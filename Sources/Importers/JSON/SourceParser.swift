internal import JSONText

/// Parses the records of an export one after the other, each valid until the next.
struct SourceParser: ~Copyable {
  private var reader: JSONReader
  /// The record with readable bytes behind it.
  private var padded: UnsafeMutableBufferPointer<UInt8>

  /// Names that are looked for in every record can be told beforehand.
  init(knownNames: [String] = []) {
    reader = JSONReader(knownNames: knownNames)
    padded = SourceParser.buffer(capacity: 1 << 10)
  }

  deinit { padded.deallocate() }

  mutating func entry(of piece: JSONPiece) throws(RecordFault) -> JSONFiles.Entry {
    switch piece {
    case .record(let record, let list): .record(try object(of: record), list: list)
    case .head(let record): .head(try object(of: record))
    case .frame(let record): .frame(try object(of: record))
    case .fault(let fault): throw fault
    }
  }

  /// A line of a file.
  mutating func object(
    ofLine text: UnsafeBufferPointer<UInt8>, at line: Int, of file: String
  ) throws(RecordFault) -> SourceObject {
    try object(RecordBytes(file: file, line: line, column: 1, bytes: copy(of: text)))
  }

  private mutating func object(of record: SourceRecord) throws(RecordFault) -> SourceObject {
    let bytes = record.bytes.withUnsafeBufferPointer { copy(of: $0) }
    return try object(
      RecordBytes(file: record.file, line: record.line, column: record.column, bytes: bytes))
  }

  /// The same bytes with readable ones behind them, valid until the next record.
  private mutating func copy(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let needed = bytes.count + JSONReader.padding
    if padded.count < needed { grow(to: 2 * needed) }
    _ = padded.update(fromContentsOf: bytes)
    return UnsafeBufferPointer(rebasing: padded[..<bytes.count])
  }

  private mutating func object(_ record: RecordBytes) throws(RecordFault) -> SourceObject {
    let tokens: JSONRecord
    do throws(JSONFault) {
      tokens = try reader.read(padded: record.bytes)
    } catch {
      throw record.fault("its JSON cannot be read", at: error.offset, detail: error.reason)
    }
    return try SourceObject(record, tokens)
  }

  private mutating func grow(to capacity: Int) {
    padded.deallocate()
    padded = SourceParser.buffer(capacity: capacity)
  }

  private static func buffer(capacity: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    buffer.initialize(repeating: 0)
    return buffer
  }
}
