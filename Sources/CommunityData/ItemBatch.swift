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

/// What a line of items is held against: the members and channels it may name, and the time.
struct ItemContext: Sendable {
  var members: TextIndex
  var channels: TextIndex
  /// Nothing can have been published after it; a day after the collection, as clocks differ.
  var latest: Timestamp
}
