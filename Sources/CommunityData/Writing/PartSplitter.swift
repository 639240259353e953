/// Cuts a stream of whole lines into parts of equally many lines, the first ones longer by one where it
/// does not come out even: 10 lines in 4 parts → 3, 3, 2, 2.
struct PartSplitter {
  private let rows: Int
  private let parts: Int
  /// The part that is filled, from 0.
  private(set) var part = 0
  /// The lines it has so far.
  private(set) var rowsOfPart = 0

  /// No part is empty: of fewer lines than parts each is a part.
  init(rows: Int, parts: Int) {
    self.rows = rows
    self.parts = max(1, min(parts, rows))
  }

  /// Whether the part has all its lines and is not the last.
  var isFull: Bool { part + 1 < parts && rowsOfPart == rowsWanted }

  private var rowsWanted: Int { rows / parts + (part < rows % parts ? 1 : 0) }

  mutating func beginNext() {
    part += 1
    rowsOfPart = 0
  }

  /// Takes as many lines from the front as the part still needs; nil when none are left.
  mutating func cut(_ lines: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !lines.isEmpty else { return nil }
    var end = lines.startIndex
    while part + 1 == parts || rowsOfPart < rowsWanted,
      let next = lines[end...].firstIndex(of: 0x0A)
    {
      end = next + 1
      rowsOfPart += 1
    }
    defer { lines = lines[end...] }
    return lines[..<end]
  }
}
