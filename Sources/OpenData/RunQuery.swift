internal import Basics
internal import CSQLite

extension OpenDatabase {
  /// Runs one query that reads. Without an order of its own, rows are sorted by all their columns, the
  /// first one first.
  package func run(
    _ sql: String, _ limits: QueryLimits = QueryLimits()
  ) throws(QueryFault) -> QueryResult {
    try run(sql, forEach: .nothing, in: 0..<1, limits)[0]
  }

  /// Runs one query for each of some rows: its parameters (`:room`) are what the columns of those names
  /// hold. A result a row.
  package func run(
    _ sql: String, forEach rows: QueryResult, in range: Range<Int>,
    _ limits: QueryLimits = QueryLimits()
  ) throws(QueryFault) -> [QueryResult] {
    try file.withUnsafeBufferPointer { file throws(QueryFault) in
      let connection = try Connection(now)
      try connection.lend(file)
      let guardian = QueryGuard(steps: limits.steps)
      return try guardian.watch(connection, limits) { () throws(QueryFault) in
        let statement = try connection.prepared(sql, guardian, names)
        defer { sqlite3_finalize(statement) }
        let parameters = try QueryParameters(of: statement, sql, rows.columns)
        let columns = try connection.columns(of: statement)
        let isOrdered = SQLWords(sql).isOrdered
        var results: [QueryResult] = []
        for row in rows.rows[range] {
          guardian.renew(steps: limits.steps)
          parameters.bind(row)
          var result = QueryResult(columns: columns, rows: [])
          result.rows = try connection.rows(of: statement, columns, limits, guardian)
          if !isOrdered { result.rows.sort { $0.lexicographicallyPrecedes($1) } }
          results.append(result)
          sqlite3_reset(statement)
        }
        return results
      }
    }
  }

  /// Whether a query has parameters, so that it is another one for each row.
  package func hasParameters(_ sql: String) throws(QueryFault) -> Bool {
    try file.withUnsafeBufferPointer { file throws(QueryFault) in
      let connection = try Connection(now)
      try connection.lend(file)
      let guardian = QueryGuard(steps: QueryLimits().steps)
      return try guardian.watch(connection, QueryLimits()) { () throws(QueryFault) in
        let statement = try connection.prepared(sql, guardian, names)
        defer { sqlite3_finalize(statement) }
        return sqlite3_bind_parameter_count(statement) > 0
      }
    }
  }
}

extension QueryResult {
  /// One row without columns: what a query without parameters is run for.
  package static let nothing = QueryResult(columns: [], rows: [[]])
}

extension Connection {
  fileprivate borrowing func rows(
    of statement: OpaquePointer, _ columns: [String], _ limits: QueryLimits, _ guardian: QueryGuard
  ) throws(QueryFault) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    var bytes = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: break
      case SQLITE_DONE: return rows
      default: throw guardian.fault ?? fault
      }
      guard rows.count < limits.rows else {
        throw QueryFault("the result has more than \(limits.rows) rows", fix: "add a `LIMIT`")
      }
      rows.append(try row(of: statement, columns, &bytes))
      guard bytes <= limits.bytes else {
        throw QueryFault(
          "the texts of the result are longer than \(limits.bytes >> 20) MB", fix: "add a `LIMIT`")
      }
    }
  }

  fileprivate borrowing func prepared(
    _ sql: String, _ guardian: QueryGuard, _ names: [String: [String]]
  ) throws(QueryFault) -> OpaquePointer {
    var sql = sql
    var statement: OpaquePointer?
    var rest = 0
    let status = sql.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let status = sqlite3_prepare_v3(
          handle, bytes.baseAddress, Int32(bytes.count), 0, &statement, &tail)
        if let base = bytes.baseAddress, let tail { rest = tail - base }
        return status
      }
    }
    guard status == SQLITE_OK else {
      let offset = Int(sqlite3_error_offset(handle))
      throw guardian.fault
        ?? QueryFault(sqliteMessage: fault.message, names, at: offset < 0 ? nil : offset)
    }
    guard let statement else {
      throw QueryFault("the block holds no query", fix: "write a `SELECT`")
    }
    // A second statement would never be run.
    if !SQLWords(String(decoding: sql.utf8.dropFirst(rest), as: UTF8.self)).words.isEmpty {
      sqlite3_finalize(statement)
      throw QueryFault(
        "a block holds one query", fix: "put the second into a block of its own", at: rest)
    }
    return statement
  }

  fileprivate borrowing func columns(of statement: OpaquePointer) throws(QueryFault) -> [String] {
    var columns: [String] = []
    for index in 0..<sqlite3_column_count(statement) {
      let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
      if columns.contains(name) {
        throw QueryFault(
          "two columns are called `\(name)`", fix: "name one of them otherwise with `AS`")
      }
      columns.append(name)
    }
    return columns
  }

  private borrowing func row(
    of statement: OpaquePointer, _ columns: [String], _ bytes: inout Int
  ) throws(QueryFault) -> [SQLValue] {
    var row: [SQLValue] = []
    for (index, name) in columns.enumerated() {
      let index = Int32(index)
      switch sqlite3_column_type(statement, index) {
      case SQLITE_INTEGER: row.append(.integer(Int(sqlite3_column_int64(statement, index))))
      case SQLITE_FLOAT:
        let number = sqlite3_column_double(statement, index)
        guard number.isFinite else { throw QueryFault("`\(name)` is infinite in a row") }
        row.append(.real(number))
      case SQLITE_TEXT:
        let size = Int(sqlite3_column_bytes(statement, index))
        bytes += size
        let text = sqlite3_column_text(statement, index)
        row.append(
          .text(String(decoding: UnsafeBufferPointer(start: text, count: size), as: UTF8.self)))
      case SQLITE_BLOB:
        throw QueryFault("`\(name)` holds bytes, which cannot be shown", fix: "use `hex(…)`")
      default: row.append(.null)
      }
    }
    return row
  }
}

extension QueryFault {
  /// What the library says, with the name that was perhaps meant.
  fileprivate init(sqliteMessage message: String, _ names: [String: [String]], at offset: Int?) {
    func fix(after prefix: String, among known: some Sequence<String>) -> String? {
      guard message.hasPrefix(prefix) else { return nil }
      let typed = message.dropFirst(prefix.count).split(separator: ".").last ?? ""
      return suggestion(for: String(typed), among: known)
    }
    let tables = names.keys.sorted()
    let known = "there are " + tables.map { "`\($0)`" }.joined(separator: ", ")
    let table = message.hasPrefix("no such table") ? known : nil
    self.init(
      message,
      fix: fix(after: "no such column: ", among: Set(names.values.joined()).sorted())
        ?? fix(after: "no such table: ", among: tables) ?? table, at: offset)
  }
}
