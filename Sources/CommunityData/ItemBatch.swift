internal import Basics
internal import JSONText

/// The items of a piece of a file as columns of their own; texts and numbers of tags, codes and the
/// like count within the batch.
struct ItemBatch: Sendable {
  /// An id in ``linkText``; an absent one has no length.
  struct Link: Sendable {
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  var items = ItemColumns()
  var text: [UInt8] = []
  var linkText: [UInt8] = []
  /// What each row answers, belongs to and accepted; resolved when all rows are known.
  var parents: [Link] = []
  var contexts: [Link] = []
  var accepted: [Link] = []
  var idHashes: [UInt64] = []
  /// Tells identical copies of a line from others.
  var lineHashes: [UInt64] = []
  /// Line of each row, from 0 within the piece.
  var lines: [Int32] = []
  var lineCount = 0
  var bad: [BadLine] = []

  init(reservingTextOf bytes: Int) {
    text.reserveCapacity(bytes)
  }

  mutating func store(_ text: UnsafeBufferPointer<UInt8>?) -> TextRange {
    guard let text else { return .absent }
    let range = TextRange(offset: self.text.count, length: Int32(text.count))
    self.text.append(contentsOf: text)
    return range
  }

  mutating func link(_ id: UnsafeBufferPointer<UInt8>?) -> Link {
    guard let id, !id.isEmpty else { return Link() }
    let link = Link(start: UInt32(linkText.count), length: UInt32(id.count))
    linkText.append(contentsOf: id)
    return link
  }
}

extension ItemBatch {
  /// A batch of some of its rows, without the texts of the others.
  func keeping(_ rows: [Int32]) -> ItemBatch {
    var kept = self
    kept.items.choose(rows)
    kept.text = []
    for row in 0..<rows.count {
      kept.items.ids[row] = kept.take(kept.items.ids[row], from: text)
      kept.items.titles[row] = kept.take(kept.items.titles[row], from: text)
      kept.items.contents[row] = kept.take(kept.items.contents[row], from: text)
      kept.items.urls[row] = kept.take(kept.items.urls[row], from: text)
      kept.items.licences[row] = kept.take(kept.items.licences[row], from: text)
    }
    kept.parents = rows.map { parents[Int($0)] }
    kept.contexts = rows.map { contexts[Int($0)] }
    kept.accepted = rows.map { accepted[Int($0)] }
    kept.idHashes = rows.map { idHashes[Int($0)] }
    kept.lineHashes = rows.map { lineHashes[Int($0)] }
    kept.lines = rows.map { lines[Int($0)] }
    if rows.isEmpty { kept.linkText = [] }
    return kept
  }

  private mutating func take(_ range: TextRange, from text: [UInt8]) -> TextRange {
    if range.isAbsent { return range }
    let moved = TextRange(offset: self.text.count, length: range.length)
    self.text.append(contentsOf: text[range.offset..<range.offset + Int(range.length)])
    return moved
  }
}

/// What a line of items is held against: the members and channels it may name, and the time.
struct ItemContext: Sendable {
  var members: TextIndex
  var channels: TextIndex
  /// Nothing can have been published after it; a day after the collection, as clocks differ.
  var latest: Timestamp
}
