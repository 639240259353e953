/// Where one text a row lies: 12 bytes a row, none while no row has a text.
package struct TextColumn: Sendable {
  @usableFromInline var offsets: [Int] = []
  @usableFromInline var lengths: [Int32] = []
  @usableFromInline var rows = 0

  package init() {}

  /// Both hold one a row, or are empty when no row has a text.
  init(offsets: [Int], lengths: [Int32], rows: Int) {
    self.offsets = offsets
    self.lengths = lengths
    self.rows = rows
  }

  @inlinable package var count: Int { rows }

  @inlinable
  package mutating func append(_ range: TextRange) {
    if offsets.isEmpty, !range.isAbsent { fill() }
    if !offsets.isEmpty || !range.isAbsent {
      offsets.append(range.offset)
      lengths.append(range.length)
    }
    rows += 1
  }

  /// Appends the ranges of a batch, whose texts now lie in another source.
  mutating func append(contentsOf other: TextColumn, movedBy distance: Int) {
    if offsets.isEmpty, !other.offsets.isEmpty { fill() }
    if !other.offsets.isEmpty {
      offsets += other.offsets.lazy.map { $0 < 0 ? $0 : $0 + distance }
      lengths += other.lengths
    } else if !offsets.isEmpty {
      offsets += repeatElement(TextRange.absent.offset, count: other.rows)
      lengths += repeatElement(0, count: other.rows)
    }
    rows += other.rows
  }

  /// Keeps only some rows, in the order given.
  mutating func choose(_ chosen: [Int32]) {
    if !offsets.isEmpty {
      offsets = chosen.map { offsets[Int($0)] }
      lengths = chosen.map { lengths[Int($0)] }
    }
    rows = chosen.count
  }

  @usableFromInline
  mutating func fill() {
    offsets = Array(repeating: TextRange.absent.offset, count: rows)
    lengths = Array(repeating: 0, count: rows)
  }
}

extension TextColumn: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { rows }

  @inlinable
  package subscript(row: Int) -> TextRange {
    get {
      precondition(row >= 0 && row < rows, "a row of the column")
      return offsets.isEmpty
        ? .absent : TextRange(offset: offsets[row], length: lengths[row])
    }
    set {
      if offsets.isEmpty { fill() }
      offsets[row] = newValue.offset
      lengths[row] = newValue.length
    }
  }
}
