internal import Basics
internal import JSONText

/// What a query gave: columns with names of their own, and rows as long as those.
package struct QueryResult: Sendable, Equatable {
  package var columns: [String]
  package var rows: [[SQLValue]]

  package init(columns: [String], rows: [[SQLValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The place of a column by its name.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The rows as CSV (RFC 4180, LF), safe for spreadsheets.
  package func csv() -> [UInt8] {
    var csv = CSVText()
    for column in columns { csv.text(column) }
    csv.endLine()
    for row in rows {
      for value in row {
        if case .text(let text) = value { csv.text(text) } else { csv.number(value.raw) }
      }
      csv.endLine()
    }
    return csv.bytes
  }

  /// The rows as a JSON array of objects, one a line.
  package func json() -> [UInt8] {
    var bytes = Array("[\n".utf8)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes += ",\n".utf8 }
      var json = JSONWriter()
      json.object { json in
        for (name, value) in zip(columns, row) {
          json.name(name)
          json.write(value)
        }
      }
      bytes += json.bytes
    }
    return bytes + Array((rows.isEmpty ? "]\n" : "\n]\n").utf8)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ value: SQLValue) {
    switch value {
    case .null: null()
    case .integer(let number): integer(number)
    case .real(let number):
      if let whole = Int(exactly: number) { integer(whole) } else { double(number) }
    case .text(let text): string(text)
    }
  }
}
