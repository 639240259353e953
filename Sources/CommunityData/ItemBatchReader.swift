internal import Basics
internal import JSONText

/// Reads the lines of a piece of `items.ndjson` into columns; a bad line is kept aside.
struct ItemBatchReader: ~Copyable {
  var decoder = LineDecoder(names: ItemField.names)
  let context: ItemContext
  private let piece: LinePiece
  var batch: ItemBatch
  var tags = TextIndex()
  private var languages = TextIndex()
  private var states = TextIndex()
  var codes = TextIndex()
  var lostMentions = TextIndex()
  private let allKinds = Item.Kind.allCases
  private let allMediaTypes = Item.MediaType.allCases
  private let kinds = TextIndex(Item.Kind.allCases.map(\.rawValue))
  private let mediaTypes = TextIndex(Item.MediaType.allCases.map(\.rawValue))

  /// What must be right before a row is begun.
  private struct Head {
    var id: UnsafeBufferPointer<UInt8>
    var type: Item.Kind
    var author: Int32
    var channel: Int32
    var published: Timestamp
    var updated: Timestamp?
    var deleted: Timestamp?
    var closed: Timestamp?
    var mediaType: Item.MediaType?
    var score: Int32
    var texts: Texts
  }

  private struct Texts {
    var name, content, url, licence, language, state, parent, context, accepted: LineDecoder.Text?
  }

  private init(_ piece: LinePiece, in context: ItemContext) {
    self.context = context
    self.piece = piece
    batch = ItemBatch(piece)
  }

  static func read(_ piece: LinePiece, in context: ItemContext) -> ItemBatch {
    var reader = ItemBatchReader(piece, in: context)
    let lines = piece.forEachLine { line, number in reader.read(line, number) }
    reader.batch.lineCount = lines
    reader.batch.items.tags = reader.tags.texts
    reader.batch.items.languageTags = reader.languages.texts
    reader.batch.items.stateNames = reader.states.texts
    reader.batch.items.codeNames = reader.codes.texts
    reader.batch.lostMentions = reader.lostMentions.texts
    return reader.batch
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    do throws(JSONFault) {
      if line.count > Int(Int32.max) { throw JSONFault(offset: 0, reason: "a line beyond 2 GB") }
      try decoder.read(line)
      let head = try head()
      try appendLists()
      append(head, lineAt: place(of: line))
      batch.lines.append(Int32(number))
      batch.lineHashes.append(hash(line))
    } catch {
      batch.bad.append(BadLine(line, number: number, error))
    }
  }

  /// Where a line begins in a plain file.
  private func place(of line: UnsafeBufferPointer<UInt8>) -> Int {
    guard let offset = piece.offset, let base = piece.bytes.baseAddress,
      let start = line.baseAddress
    else { return 0 }
    return offset + (start - base)
  }

  // MARK: Checking

  private func head() throws(JSONFault) -> Head {
    Head(
      id: try decoder.required(ItemField.id.rawValue).text, type: try type(),
      author: try author(), channel: try channel(),
      published: try published(), updated: try moment(.updated), deleted: try moment(.deleted),
      closed: try moment(.closed), mediaType: try mediaType(), score: try score(),
      texts: try texts())
  }

  private func moment(_ field: ItemField) throws(JSONFault) -> Timestamp? {
    try decoder.moment(field.rawValue)
  }

  private func type() throws(JSONFault) -> Item.Kind {
    let token = try decoder.required(ItemField.type.rawValue)
    if let number = kinds.find(token.text) { return allKinds[number] }
    // Says what is wrong with it.
    guard let kind: Item.Kind = try decoder.choice(ItemField.type.rawValue) else {
      throw JSONFault(offset: token.offset, reason: "`type` is missing")
    }
    return kind
  }

  private func mediaType() throws(JSONFault) -> Item.MediaType? {
    guard let token = try decoder.value(ItemField.mediaType.rawValue, .string) else { return nil }
    if let number = mediaTypes.find(token.text) { return allMediaTypes[number] }
    return try decoder.choice(ItemField.mediaType.rawValue)
  }

  private func published() throws(JSONFault) -> Timestamp {
    let token = try decoder.required(ItemField.published.rawValue)
    guard let moment = try moment(.published) else {
      throw JSONFault(offset: token.offset, reason: "`published` is missing")
    }
    if moment > context.latest {
      throw JSONFault(
        offset: token.offset,
        reason: "`published` \(moment) is later than the snapshot was collected")
    }
    if moment.secondsSinceEpoch < 0 {
      throw JSONFault(offset: token.offset, reason: "`published` \(moment) is before 1970")
    }
    return moment
  }

  private func author() throws(JSONFault) -> Int32 {
    try reference(.attributedTo, in: context.members, "member")
  }

  private func channel() throws(JSONFault) -> Int32 {
    try reference(.channel, in: context.channels, "channel")
  }

  private func reference(
    _ field: ItemField, in index: borrowing TextIndex, _ what: String
  ) throws(JSONFault) -> Int32 {
    guard let token = try decoder.value(field.rawValue, .string) else { return -1 }
    if let number = index.find(token.text) { return Int32(number) }
    throw JSONFault(
      offset: token.offset, reason: "`\(field.name)` names no \(what) of the snapshot")
  }

  private func score() throws(JSONFault) -> Int32 {
    guard let token = try decoder.value(ItemField.score.rawValue, .integer) else { return .min }
    if let score = Int32(exactly: token.integer), score != .min { return score }
    throw JSONFault(offset: token.offset, reason: "`score` is out of range: \(token.integer)")
  }

  private func texts() throws(JSONFault) -> Texts {
    let url = try text(.url)
    if let url, !isAbsoluteURL(url.bytes) {
      let text = String(decoding: url.bytes, as: UTF8.self)
      throw JSONFault(offset: url.offset, reason: "`url` is no absolute address: `\(text)`")
    }
    return Texts(
      name: try text(.name), content: try text(.content), url: url, licence: try text(.licence),
      language: try text(.language), state: try text(.state), parent: try text(.inReplyTo),
      context: try text(.context), accepted: try text(.accepted))
  }

  private func text(_ field: ItemField) throws(JSONFault) -> LineDecoder.Text? {
    try decoder.text(field.rawValue)
  }

  // MARK: Appending

  private mutating func append(_ head: Head, lineAt place: Int) {
    batch.storeID(head.id)
    batch.items.types.append(head.type)
    batch.items.authors.append(head.author)
    batch.items.channels.append(head.channel)
    batch.items.published.append(head.published.secondsSinceEpoch)
    batch.items.updated.append(head.updated?.secondsSinceEpoch ?? .max)
    batch.items.deleted.append(head.deleted?.secondsSinceEpoch ?? .max)
    batch.items.closed.append(head.closed?.secondsSinceEpoch ?? .max)
    batch.items.mediaTypes.append(head.mediaType)
    batch.items.scores.append(head.score)
    append(head.texts, lineAt: place)
  }

  private mutating func append(_ texts: Texts, lineAt place: Int) {
    batch.items.titles.append(batch.store(texts.name, lineAt: place))
    batch.items.contents.append(batch.store(texts.content, lineAt: place))
    batch.items.urls.append(batch.store(texts.url, lineAt: place))
    batch.items.licences.append(batch.store(texts.licence, lineAt: place))
    batch.items.languages.append(texts.language.map { Int32(languages.add($0.bytes)) } ?? -1)
    batch.items.states.append(texts.state.map { Int32(states.add($0.bytes)) } ?? -1)
    batch.parents.append(batch.link(texts.parent))
    batch.contexts.append(batch.link(texts.context))
    batch.accepted.append(batch.link(texts.accepted))
  }
}
