internal import Basics

/// The encoded lines of the items of a snapshot that is being written, each id once.
///
/// Lines gather up to a size and are then put aside on the disk, beside what goes on, as a sorted run;
/// what tells copies is put aside with them. So memory does not grow with the import.
struct ItemLines {
  private var block = LineBlock()
  private let blockSize: Int
  private let runs: LineRuns
  private var added = 0
  private var isPutAside = false
  /// Once they were looked for.
  private var copies: LineCopies?

  /// `memory` is for two blocks: one is put aside while the next is filled. Without a spill lines are
  /// counted and not kept.
  init(memory: Int, spillingInto spill: LineSpill?) {
    blockSize = max(1, memory / 2)
    runs = LineRuns(spillingInto: spill)
  }

  /// Whether copies were looked for.
  var isSettled: Bool { copies != nil }

  /// Of all lines, without the copies once they were looked for.
  var count: Int { added - (copies?.count ?? 0) }

  /// Adds a line; none after copies were looked for.
  mutating func add(_ line: ItemLine) {
    added += 1
    block.append(line, upTo: blockSize)
    if block.size >= blockSize { putAside() }
  }

  private mutating func putAside() {
    runs.take(&block)
    isPutAside = true
  }

  /// Looks for copies: of each id the line stays that was edited last, of several the one that came
  /// last.
  mutating func settle() throws(FileError) -> LineCopies {
    var found = LineCopies()
    if isPutAside {
      if block.count > 0 { putAside() }
      block = LineBlock()
      found = try runs.copies()
    } else {
      found.search(block.keys(inOrder: block.sortedRows(), behind: 0))
    }
    copies = found
    return found
  }

  /// The file of all lines in their order, when they came in it and were too many for memory: then
  /// none need be written a second time.
  func onlyRun() -> LineRunFile? { copies?.count == 0 ? runs.onlyRun() : nil }

  /// Calls with the lines by (published, id), a few megabytes at a time, without the copies that were
  /// looked for.
  func inOrder(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    let copies = copies ?? LineCopies()
    if isPutAside {
      var merge = try runs.merged(without: copies)
      return try merge.forEachPiece(of: LineBlock.pieceSize, body)
    }
    let rows = block.sortedRows().enumerated().filter { !copies.contains($0.offset) }
    try block.write(rows.map(\.element), body)
  }

  /// Removes what was put aside.
  func discard() { runs.discard() }
}
