internal import Basics

/// The encoded lines of the items of a snapshot that is being written, each id once.
///
/// Lines gather in memory up to a size and are then spilled as a sorted run; ids, times and places
/// stay in memory, about 100 bytes an item.
struct ItemLines {
  private struct Entry {
    var published: Int64
    var edited: Int64
    var id: TextRange
    /// Tells an identical copy without its line.
    var hash: UInt64
    /// The run that holds the line; the one after the last is in memory.
    var run: Int32 = 0
    var length: Int32 = 0
    /// Where the line begins in its run.
    var offset = 0
  }

  /// What became of a line that was added.
  enum Outcome {
    case added
    /// The same line was there already.
    case identicalCopy
    /// Another line of that id was there; the one edited last was kept.
    case otherCopy
  }

  private var ids = TextStore()
  private var entries = Blocks<Entry>()
  private var slots = HashSlots()
  /// The lines since the last run.
  private var block: [UInt8] = []
  /// The rows whose line is in the block.
  private var blockRows: [Int32] = []
  private let blockSize: Int
  private var spill: LineSpill
  /// The last line of the newest run, and where it ends.
  private var runEnd: (published: Int64, id: TextRange)?
  private var runLength = 0
  /// Whether a line was spilled that another has replaced since.
  private var hasStaleLines = false

  private static let pieceSize = 4 << 20

  init(blockSize: Int, spillingInto spill: LineSpill) {
    self.blockSize = blockSize
    self.spill = spill
  }

  var count: Int { entries.count }

  mutating func add(_ line: ItemLine) -> Outcome {
    let code = line.id.withUnsafeBufferPointer(hash)
    let entry = Entry(
      published: line.published.secondsSinceEpoch, edited: line.edited.secondsSinceEpoch,
      id: .absent, hash: line.bytes.withUnsafeBufferPointer(hash))
    if let known = find(line.id, code) { return replace(known, by: entry, line.bytes) }
    let row = entries.count
    entries.append(entry)
    entries[row].id = ids.append(line.id)
    store(line.bytes, of: row)
    let (ids, entries) = (ids, entries)
    slots.insert(row, code) { ids.withBytes(entries[$0].id, hash) }
    return .added
  }

  private func find(_ id: [UInt8], _ code: UInt64) -> Int? {
    id.withUnsafeBufferPointer { bytes in
      slots.find(code) { row in ids.withBytes(entries[row].id) { isEqual($0, bytes) } }
    }
  }

  private mutating func replace(_ row: Int, by entry: Entry, _ line: [UInt8]) -> Outcome {
    if entries[row].hash == entry.hash { return .identicalCopy }
    if entry.edited >= entries[row].edited {
      let (id, run) = (entries[row].id, entries[row].run)
      if Int(run) != spill.runs { hasStaleLines = true }
      entries[row] = entry
      entries[row].id = id
      entries[row].run = run
      store(line, of: row)
    }
    return .otherCopy
  }

  private mutating func store(_ line: [UInt8], of row: Int) {
    let isInBlock = entries[row].length > 0 && Int(entries[row].run) == spill.runs
    if !isInBlock { blockRows.append(Int32(row)) }
    entries[row].run = Int32(spill.runs)
    entries[row].offset = block.count
    entries[row].length = Int32(line.count)
    // There will be more: growing step by step would copy all of it each time.
    if block.count > 1 << 20, block.capacity < blockSize {
      block.reserveCapacity(blockSize * 9 / 8)
    }
    block.append(contentsOf: line)
    if block.count >= blockSize { spillBlock() }
  }

  // MARK: Runs

  private mutating func spillBlock() {
    let rows = sorted(blockRows)
    let goesOn = follow(rows)
    var spill = spill
    spill.write(goingOn: goesOn) { write throws(FileError) in try writeBlock(rows, write) }
    self.spill = spill
    var offset = goesOn ? runLength : 0
    for row in rows {
      entries[Int(row)].run = Int32(spill.runs - 1)
      entries[Int(row)].offset = offset
      offset += Int(entries[Int(row)].length)
    }
    runLength = offset
    runEnd = rows.last.map { (entries[Int($0)].published, entries[Int($0)].id) } ?? runEnd
    block.removeAll(keepingCapacity: true)
    blockRows.removeAll(keepingCapacity: true)
  }

  /// Whether sorted rows of the block come behind the newest run.
  private func follow(_ rows: [Int32]) -> Bool {
    guard let runEnd, let first = rows.first.map({ entries[Int($0)] }) else { return false }
    return first.published == runEnd.published
      ? ids.precedes(runEnd.id, first.id) : first.published > runEnd.published
  }

  private func writeBlock(
    _ rows: [Int32], _ write: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    if isInOrder(rows) { return try write(block) }
    var piece: [UInt8] = []
    for row in rows {
      piece.append(contentsOf: lineInBlock(entries[Int(row)]))
      if piece.count >= ItemLines.pieceSize {
        try write(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try write(piece)
  }

  /// Whether the block holds the lines of these rows in this order and nothing else.
  private func isInOrder(_ rows: [Int32]) -> Bool {
    var offset = 0
    for row in rows {
      if entries[Int(row)].offset != offset { return false }
      offset += Int(entries[Int(row)].length)
    }
    return offset == block.count
  }

  /// The file of all lines in their order, when they came in it and were too many for memory: then
  /// none need be written a second time.
  mutating func onlyRun() -> LineRunFile? {
    guard spill.runs == 1, !hasStaleLines else { return nil }
    if !blockRows.isEmpty {
      guard follow(sorted(blockRows)) else { return nil }
      spillBlock()
    }
    return spill.onlyRun()
  }

  private func lineInBlock(_ entry: Entry) -> ArraySlice<UInt8> {
    block[entry.offset..<entry.offset + Int(entry.length)]
  }

  /// Calls with the lines by (published, id), a few megabytes at a time. Since runs are sorted in the
  /// same way, each is read once from its beginning to its end.
  func inOrder(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    var runs = try spill.readers()
    var piece: [UInt8] = []
    for row in sorted(Array(0..<Int32(entries.count))) {
      let entry = entries[Int(row)]
      if Int(entry.run) == runs.count {
        piece.append(contentsOf: lineInBlock(entry))
      } else {
        let range = entry.offset..<entry.offset + Int(entry.length)
        try runs[Int(entry.run)].append(range, to: &piece)
      }
      if piece.count >= ItemLines.pieceSize {
        try body(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try body(piece)
  }

  /// Removes what was spilled.
  func discard() { spill.remove() }

  /// By (published, id); most exports are nearly in order already.
  private func sorted(_ rows: [Int32]) -> [Int32] {
    var keys = rows.map { (published: entries[Int($0)].published, row: $0) }
    let precedes = {
      (left: (published: Int64, row: Int32), right: (published: Int64, row: Int32)) in
      left.published == right.published
        ? ids.precedes(entries[Int(left.row)].id, entries[Int(right.row)].id)
        : left.published < right.published
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ !precedes($1, $0) }) { return rows }
    keys.sort(by: precedes)
    return keys.map(\.row)
  }
}
