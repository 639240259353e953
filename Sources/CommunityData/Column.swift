/// One value a row; a column in which no row has a value takes no room.
///
/// Most platforms lack most fields: a million rows without a score need no four megabytes.
package struct Column<Value: Sendable & Equatable>: Sendable {
  /// Empty as long as all rows hold ``absent``.
  @usableFromInline var values: [Value] = []
  @usableFromInline let absent: Value
  @usableFromInline var rows = 0

  package init(absent: Value) {
    self.absent = absent
  }

  /// `values` holds one a row, or is empty when all of them are absent.
  init(absent: Value, values: [Value], rows: Int) {
    self.absent = absent
    self.values = values
    self.rows = rows
  }

  @inlinable package var count: Int { rows }

  /// Whether no row has a value.
  package var isAbsent: Bool { values.isEmpty }

  @inlinable
  package mutating func append(_ value: Value) {
    if values.isEmpty, value != absent {
      values = Array(repeating: absent, count: rows)
    }
    // With no row before it, a first value has nothing to fill.
    if !values.isEmpty || value != absent { values.append(value) }
    rows += 1
  }

  mutating func append(contentsOf other: Column<Value>) {
    if values.isEmpty, !other.values.isEmpty { values = Array(repeating: absent, count: rows) }
    if other.values.isEmpty {
      if !values.isEmpty { values += repeatElement(absent, count: other.rows) }
    } else {
      values += other.values
    }
    rows += other.rows
  }

  /// Keeps only some rows, in the order given.
  mutating func choose(_ chosen: [Int32]) {
    if !values.isEmpty { values = chosen.map { values[Int($0)] } }
    rows = chosen.count
  }

  /// Changes every value that there is; `absent` stays.
  func mapPresent(_ change: (Value) -> Value) -> Column<Value> {
    var changed = self
    changed.values = values.map { $0 == absent ? absent : change($0) }
    return changed
  }
}

extension Column {
  @inlinable @inline(__always)
  func value(ofRow row: Int) -> Value {
    precondition(row >= 0 && row < rows, "a row of the column")
    return values.isEmpty ? absent : values[row]
  }
}

extension Column: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { rows }

  @inlinable
  package subscript(row: Int) -> Value {
    get { value(ofRow: row) }
    set {
      if values.isEmpty {
        if newValue == absent { return }
        values = Array(repeating: absent, count: rows)
      }
      values[row] = newValue
    }
  }
}

// Measures read columns row by row. What is generic is looked up at run time when another module asks,
// on every row; these are not.
extension Column<Int32> {
  package subscript(row: Int) -> Int32 { value(ofRow: row) }
}

extension Column<Int64> {
  package subscript(row: Int) -> Int64 { value(ofRow: row) }
}

extension Column<Bool> {
  package subscript(row: Int) -> Bool { value(ofRow: row) }
}

extension Column<Item.MediaType?> {
  package subscript(row: Int) -> Item.MediaType? { value(ofRow: row) }
}
