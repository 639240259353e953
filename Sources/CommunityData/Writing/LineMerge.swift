internal import Basics

/// Goes through sorted runs of lines at once, from the first line of all to the last.
struct LineMerge {
  private var runs: [SortedLines]
  /// Numbers of the runs that have lines left, as a heap: the run with the first line comes first.
  private var queue: [Int] = []
  private let copies: LineCopies

  /// Of all runs together, shared out among them; each has 64 KiB at least.
  private static let bufferSize = 32 << 20

  /// `starts` tells how many lines came before each run.
  init(_ runs: [LineRun], startingAt starts: [Int], without copies: LineCopies) {
    let size = LineMerge.bufferSize / max(1, runs.count)
    self.runs = zip(runs, starts).map { run, start in
      SortedLines(run, startingAt: start, bufferSize: min(1 << 20, max(1 << 16, size)))
    }
    self.copies = copies
  }

  /// Calls with the lines, so many bytes at a time and the rest of a line.
  mutating func forEachPiece(
    of size: Int, _ body: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    try begin()
    var piece: [UInt8] = []
    while let first = queue.first {
      piece.append(contentsOf: runs[first].line)
      if piece.count >= size {
        try body(piece)
        piece.removeAll(keepingCapacity: true)
      }
      try advance(first)
    }
    try body(piece)
  }

  private mutating func begin() throws(FileError) {
    for run in runs.indices where try runs[run].next(without: copies) { queue.append(run) }
    for index in queue.indices.reversed() { sink(index) }
  }

  /// Goes on in the run that comes first.
  private mutating func advance(_ run: Int) throws(FileError) {
    if try !runs[run].next(without: copies) {
      queue.swapAt(0, queue.count - 1)
      queue.removeLast()
    }
    sink(0)
  }

  /// Lets a run that may not come before those below it go down to its place.
  private mutating func sink(_ index: Int) {
    var index = index
    while true {
      var first = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < queue.count && runs[queue[child]].order < runs[queue[first]].order {
        first = child
      }
      if first == index { return }
      queue.swapAt(index, first)
      index = first
    }
  }
}
