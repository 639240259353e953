internal import OpenData

/// A named query of a page with what it gave.
struct PageQuery: Sendable {
  /// What blocks and values of the page call it: `busiest_rooms`.
  var name: String
  var sql: String
  var result: QueryResult
  /// What its parameters stood for, each on a line: `:room is 'general'`.
  var arguments: [String] = []
}

/// A query with parameters, and what it gave for each row that they were taken from.
struct RowQuery: Sendable {
  var sql: String
  var results: [QueryResult]

  /// What the parameters stood for in a row: the columns that stand in the query behind a colon.
  func arguments(_ columns: [String], _ row: [SQLValue]) -> [String] {
    zip(columns, row).filter { sql.contains(":\($0.0)") }.map { name, value in
      ":\(name) is \(value.literal)"
    }
  }
}

extension SQLValue {
  /// As SQL writes it.
  fileprivate var literal: String {
    switch self {
    case .null: "NULL"
    case .text(let text): "'\(text.replacing("'", with: "''"))'"
    case .integer, .real: raw
    }
  }
}
