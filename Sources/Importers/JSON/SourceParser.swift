internal import JSONText

/// Parses the records of an export one after the other, each valid until the next.
struct SourceParser: ~Copyable {
  private var reader = JSONReader()
  /// The record with readable bytes behind it.
  private var padded: UnsafeMutableBufferPointer<UInt8>

  init() {
    padded = SourceParser.buffer(capacity: 1 << 16)
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

  mutating func object(of record: SourceRecord) throws(RecordFault) -> SourceObject {
    let count = record.bytes.count
    if padded.count < count + JSONReader.padding { grow(to: 2 * count + JSONReader.padding) }
    _ = padded.update(fromContentsOf: record.bytes)
    let tokens: JSONRecord
    do throws(JSONFault) {
      tokens = try reader.read(padded: UnsafeBufferPointer(rebasing: padded[..<count]))
    } catch {
      throw SourceParser.fault(of: record, error)
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

  private static func fault(of record: SourceRecord, _ fault: JSONFault) -> RecordFault {
    var place = TextPlace(line: record.line, column: record.column)
    record.bytes.withUnsafeBufferPointer { bytes in
      place.pass(UnsafeBufferPointer(rebasing: bytes.prefix(fault.offset)))
    }
    var found = RecordFault(record, "its JSON cannot be read", detail: fault.reason)
    found.record.line = place.line
    found.record.column = place.column
    return found
  }
}
