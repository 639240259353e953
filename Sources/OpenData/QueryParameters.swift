internal import Basics
internal import CSQLite

/// The parameters of a prepared query, `:room`, and the columns of the rows that give their values.
struct QueryParameters {
  private let statement: OpaquePointer
  /// For each parameter the place of its column.
  private let columns: [Int]

  /// Fails where a parameter has no column, or no name.
  init(
    of statement: OpaquePointer, _ sql: String, _ known: [String]
  ) throws(QueryFault) {
    self.statement = statement
    var columns: [Int] = []
    for index in 0..<sqlite3_bind_parameter_count(statement) {
      let written = sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) }
      guard let written, written.hasPrefix(":") else {
        throw QueryFault(
          "`\(written ?? "?")` is no parameter that a row can give",
          fix: "write `:` and the name of a column", at: sql.place(of: written ?? "?"))
      }
      let name = String(written.dropFirst())
      guard let column = known.firstIndex(of: name) else {
        let place = sql.place(of: written)
        throw known.isEmpty
          ? .noRow(name, at: place) : .unknownColumn(name, among: known, at: place)
      }
      columns.append(column)
    }
    self.columns = columns
  }

  /// Gives the parameters the values of a row.
  func bind(_ row: [SQLValue]) {
    for (index, column) in columns.enumerated() {
      let place = Int32(index + 1)
      switch row[column] {
      case .null: sqlite3_bind_null(statement, place)
      case .integer(let number): sqlite3_bind_int64(statement, place, Int64(number))
      case .real(let number): sqlite3_bind_double(statement, place, number)
      case .text(let text):
        sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), csqlite_copied())
      }
    }
  }
}

extension QueryFault {
  fileprivate static func noRow(_ parameter: String, at offset: Int?) -> QueryFault {
    QueryFault(
      "`:\(parameter)` has no value here",
      fix: "only a page that is made from data (`pages_from`) has a row to take it from",
      at: offset)
  }
}

extension String {
  /// The byte at which a stretch of it begins.
  fileprivate func place(of text: String) -> Int? {
    firstRange(of: text).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
