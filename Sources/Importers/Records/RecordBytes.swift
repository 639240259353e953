/// A record where it lies in memory; valid until the next one is read.
struct RecordBytes {
  /// A path inside the export.
  let file: String
  /// Both from 1, the column in Unicode scalars.
  let line: Int
  let column: Int
  let bytes: UnsafeBufferPointer<UInt8>

  /// A copy of it that stays.
  var record: SourceRecord {
    SourceRecord(file: file, line: line, column: column, bytes: Array(bytes))
  }

  /// A fault at an offset in the record.
  func fault(_ reason: String, at offset: Int, detail: String? = nil) -> RecordFault {
    var place = TextPlace(line: line, column: column)
    place.pass(UnsafeBufferPointer(rebasing: bytes.prefix(offset)))
    var fault = RecordFault(record, reason, detail: detail)
    fault.record.line = place.line
    fault.record.column = place.column
    return fault
  }
}
