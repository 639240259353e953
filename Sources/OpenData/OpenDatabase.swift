package import Basics
internal import CSQLite

/// The published tables as one SQLite file.
///
/// Same tables → same bytes, whichever version of the library wrote them.
package struct OpenDatabase: Sendable {
  /// The file as it is published.
  package let file: [UInt8]
  /// Tables with their columns, for messages.
  let names: [String: [String]]
  /// What `date('now')` says.
  let now: Timestamp

  /// Fails only where there is no memory, or where two tables or columns have one name.
  package init(_ tables: [OpenTable], asOf now: Timestamp) throws(QueryFault) {
    let connection = try Connection(now)
    try connection.execute("BEGIN")
    for table in tables {
      try connection.execute(table.definition)
      try connection.fill(table)
    }
    try connection.execute("COMMIT")
    file = try connection.file()
    names = Dictionary(
      tables.map { ($0.name, $0.columns.map(\.name)) }, uniquingKeysWith: { first, _ in first })
    self.now = now
  }

  private init(_ file: [UInt8], _ names: [String: [String]], asOf now: Timestamp) {
    self.file = file
    self.names = names
    self.now = now
  }

  /// Another database: these tables with their rows changed.
  package func changed(by statements: [String]) throws(QueryFault) -> OpenDatabase {
    let connection = try Connection(now)
    try connection.load(file)
    for statement in statements { try connection.execute(statement) }
    return OpenDatabase(try connection.file(), names, asOf: now)
  }
}

extension OpenTable {
  var definition: String {
    let columns = columns.map { "\(quoted($0.name)) \($0.kind.rawValue)" }
    return "CREATE TABLE \(quoted(name)) (\(columns.joined(separator: ", ")))"
  }

  var insertion: String {
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quoted(name)) VALUES (\(places))"
  }
}

/// A name of a table or column as SQL wants it.
func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

extension Connection {
  fileprivate borrowing func fill(_ table: OpenTable) throws(QueryFault) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, table.insertion, -1, &statement, nil) == SQLITE_OK,
      let statement
    else { throw fault }
    defer { sqlite3_finalize(statement) }
    var writer = RowWriter(statement, width: table.columns.count)
    table.rows(&writer)
    if writer.isBroken { throw fault }
  }

  /// The file, without the version of the library that stands in it (file format, 1.3.18).
  fileprivate borrowing func file() throws(QueryFault) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw fault }
    defer { sqlite3_free(bytes) }
    var file = Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    if file.count >= 100 { file.replaceSubrange(96..<100, with: Connection.writtenVersion) }
    return file
  }

  /// 3.38.0, the oldest library that all of this works with, as a big-endian number.
  private static let writtenVersion: [UInt8] = [0x00, 0x2E, 0x5B, 0x30]
}
