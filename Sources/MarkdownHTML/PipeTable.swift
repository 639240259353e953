/// The parts of a table in GitHub's notation, by lines.
enum PipeTable {
  enum Alignment {
    case none, left, center, right
  }

  /// The alignments of a delimiter row, `| :-- | --: |` → left, right; nil when it is none.
  static func alignments(of row: [Range<Int>], in bytes: [UInt8]) -> [Alignment]? {
    var alignments: [Alignment] = []
    for cell in row {
      guard let first = cell.first, let last = cell.last else { return nil }
      let opens = bytes[first] == UInt8(ascii: ":")
      let closes = bytes[last] == UInt8(ascii: ":")
      let dashes = cell.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else {
        return nil
      }
      alignments.append(opens ? (closes ? .center : .left) : (closes ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Whether a line can be a delimiter row at all; most lines are not.
  static func mayDelimit(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var hasMark = false
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: "-"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasMark
  }

  /// The cells of a line without the blanks around them; `\|` does not part cells.
  static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var line = trimmed(line, in: bytes)
    if let first = line.first, bytes[first] == UInt8(ascii: "|") { line = line.dropFirst() }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where bytes[index] == UInt8(ascii: "|") {
      if index > line.lowerBound, bytes[index - 1] == UInt8(ascii: "\\") { continue }
      cells.append(trimmed(start..<index, in: bytes))
      start = index + 1
    }
    // After the closing bar there is no cell.
    if start < line.upperBound { cells.append(trimmed(start..<line.upperBound, in: bytes)) }
    return cells
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isASCIIBlank { range = range.dropFirst() }
    while let last = range.last, bytes[last].isASCIIBlank { range = range.dropLast() }
    return range
  }
}
