internal import Basics

/// Where the fields of a column map stand in a table.
struct CSVColumns: Sendable {
  /// The column of each field by its raw value; -1 for a field that the table does not have.
  private var places: [Int]

  /// Names are the same in any case. A column that the map names must be there.
  init(heading: DelimitedRow, _ map: ColumnMap) throws(ImportError) {
    let names = (0..<heading.fields.count).map { CSVColumns.plain(heading.string($0)) }
    for column in ColumnMap.Field.allCases.compactMap({ map.columns[$0] }) {
      let count = names.count { $0 == CSVColumns.plain(column) }
      if count > 1 { throw CSVColumns.refusal(of: count, column, heading.record) }
    }
    places = ColumnMap.Field.allCases.map { field in
      map.columns[field].flatMap { names.firstIndex(of: CSVColumns.plain($0)) } ?? -1
    }
    // Without a map of one's own only the moment must be there.
    let isOwn = map != .plain
    for field in ColumnMap.Field.allCases where places[field.rawValue] < 0 {
      guard let column = map.columns[field], isOwn || field == .published else { continue }
      throw ImportError(
        map.finding(
          on: field, "\(heading.record.file) has no column `\(column)`",
          at: SourceLocation(file: heading.record.file, line: heading.record.line, column: 1),
          fix: CSVColumns.fix(column, among: names, isOwn: isOwn)))
    }
  }

  /// Of several columns with one name nobody can say which is meant.
  private static func refusal(
    of count: Int, _ column: String, _ heading: SourceRecord
  ) -> ImportError {
    ImportError(
      Diagnostic(
        ImportersCodes.badColumns, "\(heading.file) has \(count) columns `\(column)`",
        at: SourceLocation(file: heading.file, line: heading.line, column: 1),
        fix: "give each of them a name of its own"))
  }

  /// Whoever gave no map has columns with other names and is told how to say which is which.
  private static func fix(_ column: String, among names: [String], isOwn: Bool) -> String {
    let known = "its columns are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    guard isOwn else {
      return "say with `--columns` which column holds what, in a file such as "
        + "`columns: {published: sent_at}`; \(known)"
    }
    return suggestion(for: column, among: names) ?? known
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func place(of field: ColumnMap.Field) -> Int? {
    let place = places[field.rawValue]
    return place < 0 ? nil : place
  }
}

/// A row of a table read by a column map.
struct CSVRow: ColumnRecord {
  let row: DelimitedRow
  let columns: CSVColumns

  var record: SourceRecord { row.record }

  func withText<Result>(
    of field: ColumnMap.Field,
    _ body: (UnsafeBufferPointer<UInt8>) throws(RecordFault) -> Result
  ) throws(RecordFault) -> Result? {
    guard let place = columns.place(of: field), !row.fields[place].isEmpty else { return nil }
    return try row.fields[place].withUnsafeBufferPointer(body)
  }

  func fault(_ reason: String, in field: ColumnMap.Field) -> RecordFault {
    RecordFault(row.record, reason)
  }
}
