internal import Basics
internal import CSQLite

/// One open database in memory; no two threads use it at once.
struct Connection: ~Copyable {
  let handle: OpaquePointer

  /// Empty, with a clock that stands at a moment.
  init(_ now: Timestamp) throws(QueryFault) {
    var opened: OpaquePointer?
    // 1970 began at Julian day 2440587.5.
    let julian = Int64(now.secondsSinceEpoch) * 1000 + 210_866_760_000_000
    guard csqlite_open(julian, &opened) == SQLITE_OK, let opened else {
      throw QueryFault("SQLite cannot be started")
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// What the library said last.
  var fault: QueryFault { QueryFault(String(cString: sqlite3_errmsg(handle))) }

  borrowing func execute(_ sql: String) throws(QueryFault) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
  }

  /// Takes the place of the empty database, to be read where it lies: as long as that stays.
  borrowing func lend(_ file: UnsafeBufferPointer<UInt8>) throws(QueryFault) {
    let count = sqlite3_int64(file.count)
    let status = sqlite3_deserialize(
      handle, "main", UnsafeMutablePointer(mutating: file.baseAddress), count, count,
      UInt32(SQLITE_DESERIALIZE_READONLY))
    guard status == SQLITE_OK else { throw fault }
  }

  /// Takes the place of the empty database; a copy, that can be changed.
  borrowing func load(_ file: [UInt8]) throws(QueryFault) {
    guard let memory = sqlite3_malloc64(UInt64(file.count)) else {
      throw QueryFault("there is no memory for the published tables")
    }
    UnsafeMutableRawBufferPointer(start: memory, count: file.count).copyBytes(from: file)
    let count = sqlite3_int64(file.count)
    let status = sqlite3_deserialize(
      handle, "main", memory.assumingMemoryBound(to: UInt8.self), count, count,
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    guard status == SQLITE_OK else { throw fault }
  }
}
