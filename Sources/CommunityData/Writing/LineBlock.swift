internal import Basics

/// Lines of items as they came, until there are enough to be sorted and put aside together.
struct LineBlock: Sendable {
  private struct Row: Sendable {
    var published: Int64
    var edited: Int64
    /// Where the line begins in the lines, and the id in the ids.
    var start: Int
    var idStart: Int
  }

  /// Each with its end.
  private var lines: [UInt8] = []
  /// Without the escapes that they have in the lines.
  private var ids: [UInt8] = []
  private var rows: [Row] = []

  static let pieceSize = 4 << 20

  var count: Int { rows.count }

  /// Of the lines, in bytes.
  var size: Int { lines.count }

  /// Adds a line to a block that is given away at a size.
  mutating func append(_ line: ItemLine, upTo size: Int) {
    // There will be more: growing step by step would copy all of it each time.
    if lines.count > 1 << 20, lines.capacity < size { lines.reserveCapacity(size * 9 / 8) }
    rows.append(
      Row(
        published: line.published.secondsSinceEpoch, edited: line.edited.secondsSinceEpoch,
        start: lines.count, idStart: ids.count))
    line.bytes.withUnsafeBufferPointer { lines.append(contentsOf: $0) }
    line.id.withUnsafeBufferPointer { ids.append(contentsOf: $0) }
  }

  /// Keeps the memory for others.
  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  private func line(_ row: Int) -> ArraySlice<UInt8> {
    lines[rows[row].start..<(row + 1 < count ? rows[row + 1].start : lines.count)]
  }

  private func id(_ row: Int) -> ArraySlice<UInt8> {
    ids[rows[row].idStart..<(row + 1 < count ? rows[row + 1].idStart : ids.count)]
  }

  /// Where a line stands among others.
  func order(of row: Int) -> LineOrder {
    LineOrder(published: rows[row].published, id: Array(id(row)))
  }

  /// The rows by (published, id); most exports are nearly in order already.
  func sortedRows() -> [Int] {
    var keys = rows.indices.map { (published: rows[$0].published, row: $0) }
    let precedes = { (left: (published: Int64, row: Int), right: (published: Int64, row: Int)) in
      left.published == right.published
        ? id(left.row).lexicographicallyPrecedes(id(right.row)) : left.published < right.published
    }
    let isInOrder = zip(keys, keys.dropFirst()).allSatisfy { !precedes($1, $0) }
    if !isInOrder { keys.sort(by: precedes) }
    return keys.map(\.row)
  }

  /// Calls with the lines of some rows, a few megabytes at a time.
  func write(
    _ rows: some Collection<Int>, _ body: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    if rows.elementsEqual(self.rows.indices) { return try body(lines) }
    var piece: [UInt8] = []
    for row in rows {
      piece.append(contentsOf: line(row))
      if piece.count >= LineBlock.pieceSize {
        try body(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try body(piece)
  }

  /// The keys of the lines; `order` is that in which they are put aside, behind so many others.
  func keys(inOrder order: [Int], behind others: Int) -> LineKeys {
    var places = Array(repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { places[row] = place }
    // In the order of the rows, since that is how the lines lie in memory.
    let keys = rows.indices.map { row in
      LineKey(
        id: id(row).withUnsafeBufferPointer(hash), line: line(row).withUnsafeBufferPointer(hash),
        edited: rows[row].edited, turn: others + row, place: others + places[row],
        idStart: rows[row].idStart, idLength: id(row).count)
    }
    return LineKeys(keys, ids: ids)
  }
}
