internal import Basics
internal import CommunityData

/// A record of somebody's own table: a row of CSV, or a JSON object.
protocol ColumnRecord {
  var record: SourceRecord { get }
  /// Calls with the value of a field's column as text, which is valid during the call; nil when it is
  /// absent or empty, or no column is named.
  func withText<Result>(
    of field: ColumnMap.Field,
    _ body: (UnsafeBufferPointer<UInt8>) throws(RecordFault) -> Result
  ) throws(RecordFault) -> Result?
  /// A fault of a field's value.
  func fault(_ reason: String, in field: ColumnMap.Field) -> RecordFault
}

/// Reads the fields that a column map names; those without a column are absent.
struct ColumnFields<Record: ColumnRecord> {
  let source: Record
  let map: ColumnMap

  func string(_ field: ColumnMap.Field) throws(RecordFault) -> String? {
    try source.withText(of: field) { text throws(RecordFault) in
      String(decoding: text, as: UTF8.self)
    }
  }

  func time(_ field: ColumnMap.Field) throws(RecordFault) -> Timestamp? {
    try source.withText(of: field) { text throws(RecordFault) in
      if let time = map.timeForm.timestamp(text) { return time }
      guard map.times == .iso, let time = WrittenTime.timestamp(text) else {
        throw fault(field, "is not a time", value: String(decoding: text, as: UTF8.self))
      }
      return time
    }
  }

  /// Programs that know no gaps among whole numbers write `5.0`.
  func number(_ field: ColumnMap.Field) throws(RecordFault) -> Int? {
    guard let text = try string(field) else { return nil }
    let number = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    guard let number, number.magnitude < Int32.max.magnitude else {
      throw fault(field, "is not a whole number", value: text)
    }
    return number
  }

  /// Adds a text to a line as it is.
  func add(
    _ field: ColumnMap.Field, as itemField: ItemField, to line: inout ItemLine
  ) throws(RecordFault) {
    _ = try source.withText(of: field) { text throws(RecordFault) in line.add(itemField, text) }
  }

  func fault(
    _ field: ColumnMap.Field, _ reason: String, value: String? = nil
  ) -> RecordFault {
    var fault = source.fault("`\(map.columns[field] ?? field.name)` \(reason)", in: field)
    fault.value = value
    return fault
  }
}
