internal import Basics
internal import Dispatch
internal import Synchronization

/// Blocks of lines put aside on the disk as sorted runs, each while the import goes on with the next.
///
/// A class, since it is written to from beside; copies of what holds it share what was put aside.
final class LineRuns: Sendable {
  private let written: Mutex<WrittenRuns>
  /// The one block that is being put aside.
  private let pending = DispatchGroup()

  init(spillingInto spill: LineSpill?) {
    written = Mutex(WrittenRuns(spill))
  }

  /// Puts a block aside once the one before is, and empties it.
  func take(_ block: inout LineBlock) {
    pending.wait()
    // Swapped, so that two blocks' memory serves for all.
    written.withLock { swap(&$0.block, &block) }
    DispatchQueue.global().async(group: pending) { [self] in
      written.withLock { $0.writeBlock() }
    }
  }

  /// The lines that do not stay.
  func copies() throws(FileError) -> LineCopies {
    pending.wait()
    return try written.withLock { runs throws(FileError) in
      runs.block = LineBlock()
      return try runs.copies()
    }
  }

  /// All lines as a file, when they came in their order.
  func onlyRun() -> LineRunFile? {
    pending.wait()
    return written.withLock { $0.spill?.onlyRun() }
  }

  /// All lines but some copies, in their order.
  func merged(without copies: LineCopies) throws(FileError) -> LineMerge {
    pending.wait()
    return try written.withLock { runs throws(FileError) in try runs.merged(without: copies) }
  }

  /// Removes what was put aside.
  func discard() {
    pending.wait()
    written.withLock { $0.spill?.remove() }
  }
}

/// What was put aside.
private struct WrittenRuns: Sendable {
  /// nil where lines are only counted.
  var spill: LineSpill?
  private var keys: LineKeyFile?
  /// The keys where there is no file for them.
  private var countedKeys = LineKeys()
  /// How many lines came before each run.
  private var starts: [Int] = []
  private var lines = 0
  /// The last line of the newest run.
  private var end: LineOrder?
  /// The block that is next, or empty.
  var block = LineBlock()

  /// Keys that are looked through at a time, in bytes.
  private static let keysAtOnce = 4 << 20

  init(_ spill: LineSpill?) { self.spill = spill }

  mutating func writeBlock() {
    let order = block.sortedRows()
    let found = block.keys(inOrder: order, behind: lines)
    if spill == nil { countedKeys.append(found.keys, ids: found.ids) } else { write(order, found) }
    lines += block.count
    block.removeAll()
  }

  private mutating func write(_ order: [Int], _ found: LineKeys) {
    let goesOn = isBehindAll(order)
    if !goesOn { starts.append(lines) }
    spill?.write(goingOn: goesOn) { write throws(FileError) in try block.write(order, write) }
    var keys = keys
    spill?.alsoWrite("keys") { path, fileSystem throws(FileError) in
      var file = keys ?? LineKeyFile(path, in: fileSystem)
      try file.append(found)
      keys = file
    }
    self.keys = keys
    end = order.last.map(block.order) ?? end
  }

  /// Whether the rows of the block come behind the newest run.
  private func isBehindAll(_ order: [Int]) -> Bool {
    guard let end, let first = order.first.map(block.order) else { return false }
    return end <= first
  }

  func copies() throws(FileError) -> LineCopies {
    try spill?.check()
    var copies = LineCopies()
    copies.search(countedKeys)
    try keys?.forEachGroup(of: WrittenRuns.keysAtOnce) { copies.search($0) }
    return copies
  }

  func merged(without copies: LineCopies) throws(FileError) -> LineMerge {
    LineMerge(try spill?.readers() ?? [], startingAt: starts, without: copies)
  }
}
