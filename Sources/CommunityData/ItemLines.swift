internal import Basics

/// The encoded lines of the items of a snapshot that is being written, each id once.
struct ItemLines {
  private struct Entry {
    var published: Int64
    var edited: Int64
    var id: TextRange
    var line: TextRange
  }

  /// What became of a line that was added.
  enum Outcome {
    case added
    /// The same line was there already.
    case identicalCopy
    /// Another line of that id was there; the one edited last was kept.
    case otherCopy
  }

  private var text = TextStore()
  private var entries: [Entry] = []
  private var slots = HashSlots()

  var count: Int { entries.count }

  mutating func add(_ item: Item, line: [UInt8]) -> Outcome {
    var id = item.id
    let code = id.withUTF8(hash)
    let known = find(&id, code)
    let edited = (item.updated ?? item.published).secondsSinceEpoch
    if let known { return replace(known, with: line, of: item, edited: edited) }
    let entry = Entry(
      published: item.published.secondsSinceEpoch, edited: edited, id: text.append(id.utf8),
      line: text.append(line))
    entries.append(entry)
    let (text, entries) = (text, entries)
    slots.insert(entries.count - 1, code) { row in text.withBytes(entries[row].id, hash) }
    return .added
  }

  private func find(_ id: inout String, _ code: UInt64) -> Int? {
    id.withUTF8 { bytes in
      slots.find(code) { row in text.withBytes(entries[row].id) { isEqual($0, bytes) } }
    }
  }

  private mutating func replace(
    _ row: Int, with line: [UInt8], of item: Item, edited: Int64
  ) -> Outcome {
    if text.slice(entries[row].line).elementsEqual(line) { return .identicalCopy }
    if edited >= entries[row].edited {
      entries[row].published = item.published.secondsSinceEpoch
      entries[row].edited = edited
      entries[row].line = text.append(line)
    }
    return .otherCopy
  }

  /// Calls with the lines by (published, id), a few megabytes at a time.
  func inOrder<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var piece: [UInt8] = []
    for entry in entries.sorted(by: isBefore) {
      piece.append(contentsOf: text.slice(entry.line))
      if piece.count >= 4 << 20 {
        try body(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try body(piece)
  }

  private func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    left.published == right.published
      ? text.precedes(left.id, right.id) : left.published < right.published
  }
}
