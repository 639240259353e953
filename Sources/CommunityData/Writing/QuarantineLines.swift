internal import Basics
internal import JSONText

/// The encoded lines of the records that are quarantined: an export that is damaged throughout must
/// not fill the memory either.
struct QuarantineLines {
  private struct Entry {
    var file: Int32
    var line: Int
    var column: Int
    /// The run that holds the line; the one after the last is in memory.
    var run: Int32
    var range: Range<Int>
  }

  private var files: [String] = []
  private var numbers: [String: Int32] = [:]
  private var entries: [Entry] = []
  private var block: [UInt8] = []
  private let blockSize: Int
  private var spill: LineSpill

  init(blockSize: Int, spillingInto spill: LineSpill) {
    self.blockSize = blockSize
    self.spill = spill
  }

  var count: Int { entries.count }

  mutating func add(_ record: QuarantinedRecord) {
    let line = Quarantine.encoded(record)
    let start = block.count
    block += line
    entries.append(
      Entry(
        file: number(of: record.file), line: record.line, column: record.column,
        run: Int32(spill.runs), range: start..<block.count))
    if block.count < blockSize { return }
    let full = block
    spill.write { write throws(FileError) in try write(full) }
    block.removeAll(keepingCapacity: true)
  }

  /// Calls with the lines by place, those of one place in the order of reading.
  func inOrder(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    var runs = try spill.readers()
    for index in order() {
      let entry = entries[index]
      var line: [UInt8] = []
      if Int(entry.run) == runs.count {
        line += block[entry.range]
      } else {
        try runs[Int(entry.run)].append(entry.range, to: &line)
      }
      try body(line)
    }
  }

  func discard() { spill.remove() }

  private func order() -> [Int] {
    entries.indices.sorted { left, right in
      let (l, r) = (entries[left], entries[right])
      if l.file != r.file { return files[Int(l.file)] < files[Int(r.file)] }
      return (l.line, l.column, left) < (r.line, r.column, right)
    }
  }

  private mutating func number(of file: String) -> Int32 {
    if let known = numbers[file] { return known }
    let number = Int32(clamping: files.count)
    files.append(file)
    numbers[file] = number
    return number
  }
}
