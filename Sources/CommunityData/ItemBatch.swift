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
  /// Whether texts stay in the file, their ranges counting from its beginning; otherwise they are
  /// copied to ``text``.
  let staysInFile: Bool
  var text: [UInt8] = []
  /// The ids of the rows, which are always copied.
  var idText: [UInt8] = []
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
  /// Mentioned ids that are no member's.
  var lostMentions: [String] = []
  var bad: [BadLine] = []

  init(_ piece: LinePiece) {
    staysInFile = piece.offset != nil
    if !staysInFile { text.reserveCapacity(piece.bytes.count) }
  }

  /// `place` is where the line begins in the file.
  mutating func store(_ text: LineDecoder.Text?, lineAt place: Int) -> TextRange {
    guard let text else { return .absent }
    if staysInFile {
      return .quoted(
        at: place + text.offset + 1, text.sourceLength,
        hasEscapes: text.sourceLength != text.bytes.count)
    }
    let range = TextRange(offset: self.text.count, length: Int32(text.bytes.count))
    self.text.append(contentsOf: text.bytes)
    return range
  }

  mutating func storeID(_ id: UnsafeBufferPointer<UInt8>) {
    items.ids.append(TextRange(offset: idText.count, length: Int32(id.count)))
    idText.append(contentsOf: id)
    idHashes.append(hash(id))
  }

  mutating func link(_ id: LineDecoder.Text?) -> Link {
    guard let id = id?.bytes, !id.isEmpty else { return Link() }
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
