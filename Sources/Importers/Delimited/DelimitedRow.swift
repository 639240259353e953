/// One record of a table with a sign between its columns, its fields without their quotation marks.
struct DelimitedRow: Sendable {
  var record: SourceRecord
  var fields: [[UInt8]]

  func string(_ column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }
}

/// What stands in a delimited table: a record, or bytes that are none.
enum DelimitedRecord: Sendable {
  case row(DelimitedRow)
  case fault(RecordFault)
}
