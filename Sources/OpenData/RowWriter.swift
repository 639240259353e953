internal import CSQLite

/// Puts rows into a table, a value after the other in the order of its columns.
package struct RowWriter {
  private let statement: OpaquePointer
  private let width: Int32
  private var column: Int32 = 0
  /// Whether the library refused a row, or a row had too few or too many values.
  private(set) var isBroken = false

  init(_ statement: OpaquePointer, width: Int) {
    self.statement = statement
    self.width = Int32(width)
  }

  package mutating func text(_ text: String?) {
    guard var text else { return null() }
    column += 1
    let status = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        // An empty text may have no address, and that would be no value.
        bytes.isEmpty
          ? sqlite3_bind_text(statement, column, "", 0, csqlite_copied())
          : sqlite3_bind_text(
            statement, column, bytes.baseAddress, Int32(bytes.count), csqlite_copied())
      }
    }
    if status != SQLITE_OK { isBroken = true }
  }

  package mutating func integer(_ number: Int?) {
    guard let number else { return null() }
    column += 1
    if sqlite3_bind_int64(statement, column, Int64(number)) != SQLITE_OK { isBroken = true }
  }

  package mutating func real(_ number: Double?) {
    guard let number else { return null() }
    column += 1
    if sqlite3_bind_double(statement, column, number) != SQLITE_OK { isBroken = true }
  }

  package mutating func null() {
    column += 1
    if sqlite3_bind_null(statement, column) != SQLITE_OK { isBroken = true }
  }

  package mutating func endRow() {
    if column != width || sqlite3_step(statement) != SQLITE_DONE { isBroken = true }
    if sqlite3_reset(statement) != SQLITE_OK { isBroken = true }
    column = 0
  }
}
