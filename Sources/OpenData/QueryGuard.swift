internal import CSQLite

/// Watches over one query: it may read and call functions, and nothing else, and so many steps long.
///
/// A class, since the library keeps its address while it runs.
final class QueryGuard {
  private var stepsLeft: Int
  /// What it was stopped for.
  private(set) var fault: QueryFault?

  /// How many steps of the machine go by between two looks.
  private static let stride: Int32 = 1000

  init(steps: Int) {
    stepsLeft = steps
  }

  /// Grants the next run as many steps as the first had.
  func renew(steps: Int) { stepsLeft = steps }

  /// Runs `body` with the connection watched.
  func watch<Value>(
    _ connection: borrowing Connection, _ limits: QueryLimits,
    _ body: () throws(QueryFault) -> Value
  ) throws(QueryFault) -> Value {
    let handle = connection.handle
    let this = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(limits.textLength))
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_set_authorizer(
      handle,
      { this, action, first, second, _, _ in
        QueryGuard.at(this)?.allows(action, first, second) == true ? SQLITE_OK : SQLITE_DENY
      }, this)
    sqlite3_progress_handler(
      handle, QueryGuard.stride,
      { this in QueryGuard.at(this)?.goesOn() == true ? 0 : 1 }, this)
    defer {
      sqlite3_set_authorizer(handle, nil, nil)
      sqlite3_progress_handler(handle, 0, nil, nil)
    }
    return try withExtendedLifetime(self) { () throws(QueryFault) in try body() }
  }

  private static func at(_ this: UnsafeMutableRawPointer?) -> QueryGuard? {
    this.map { Unmanaged<QueryGuard>.fromOpaque($0).takeUnretainedValue() }
  }

  private func goesOn() -> Bool {
    stepsLeft -= Int(QueryGuard.stride)
    if stepsLeft > 0 { return true }
    fault = QueryFault(
      "the query takes too long",
      fix: "read fewer rows: begin with `WHERE`, and join on columns that tell rows apart")
    return false
  }

  private func allows(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return true
    case SQLITE_FUNCTION:
      let name = second.map { String(cString: $0) } ?? ""
      guard QueryGuard.otherEachTime.contains(name.lowercased()) else { return true }
      fault = QueryFault("`\(name)` is not the same in every build", fix: "take it out")
      return false
    default:
      fault = QueryFault("a query may only read", fix: "write a `SELECT`")
      return false
    }
  }

  /// Functions whose values are no function of the tables.
  private static let otherEachTime: Set<String> = [
    "random", "randomblob", "changes", "total_changes", "last_insert_rowid", "sqlite_version",
    "sqlite_source_id", "sqlite_compileoption_get", "sqlite_compileoption_used", "load_extension",
    "sqlite_log",
  ]
}
