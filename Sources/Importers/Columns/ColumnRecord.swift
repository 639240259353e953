internal import Basics
internal import CommunityData

/// A record of somebody's own table: a row of CSV, or a JSON object.
protocol ColumnRecord {
  var record: SourceRecord { get }
  /// The value of a field's column as text; nil when it is absent or empty, or no column is named.
  func text(_ field: ColumnMap.Field) throws(RecordFault) -> [UInt8]?
  /// A fault of a field's value.
  func fault(_ reason: String, in field: ColumnMap.Field, detail: String?) -> RecordFault
}

/// Reads the fields that a column map names; those without a column are absent.
struct ColumnFields<Record: ColumnRecord> {
  let source: Record
  let map: ColumnMap

  func bytes(_ field: ColumnMap.Field) throws(RecordFault) -> [UInt8]? {
    try source.text(field)
  }

  func string(_ field: ColumnMap.Field) throws(RecordFault) -> String? {
    guard let bytes = try bytes(field) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  func time(_ field: ColumnMap.Field) throws(RecordFault) -> Timestamp? {
    guard let bytes = try bytes(field) else { return nil }
    let loose = map.times == .iso ? WrittenTime.timestamp(bytes) : nil
    guard let time = map.timeForm.timestamp(bytes) ?? loose else {
      throw fault(field, "is not a time", String(decoding: bytes, as: UTF8.self))
    }
    return time
  }

  func number(_ field: ColumnMap.Field) throws(RecordFault) -> Int? {
    guard let text = try string(field) else { return nil }
    guard let number = Int(text), number.magnitude < Int32.max.magnitude else {
      throw fault(field, "is not a whole number", text)
    }
    return number
  }

  func fault(
    _ field: ColumnMap.Field, _ reason: String, _ detail: String? = nil
  ) -> RecordFault {
    let column = map.columns[field] ?? field.name
    return source.fault("`\(column)` \(reason)", in: field, detail: detail)
  }
}
