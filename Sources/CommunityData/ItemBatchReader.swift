internal import Basics
internal import JSONText

/// Reads the lines of a piece of `items.ndjson` into columns; a bad line is kept aside.
struct ItemBatchReader: ~Copyable {
  private var decoder = LineDecoder(names: ItemField.names)
  private let context: ItemContext
  private var batch: ItemBatch
  private var tags = TextIndex()
  private var languages = TextIndex()
  private var states = TextIndex()
  private var codes = TextIndex()

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
  }

  private init(_ context: ItemContext, reservingTextOf bytes: Int) {
    self.context = context
    batch = ItemBatch(reservingTextOf: bytes)
  }

  static func read(_ piece: LinePiece, in context: ItemContext) -> ItemBatch {
    var reader = ItemBatchReader(context, reservingTextOf: piece.bytes.count)
    let lines = piece.forEachLine { line, number in reader.read(line, number) }
    reader.batch.lineCount = lines
    reader.batch.items.tags = reader.tags.texts
    reader.batch.items.languageTags = reader.languages.texts
    reader.batch.items.stateNames = reader.states.texts
    reader.batch.items.codeNames = reader.codes.texts
    return reader.batch
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    do throws(JSONFault) {
      if line.count > Int(Int32.max) { throw JSONFault(offset: 0, reason: "a line beyond 2 GB") }
      try decoder.read(line)
      let head = try head()
      try checkTexts()
      try appendLists()
      try append(head)
      batch.lines.append(Int32(number))
      batch.lineHashes.append(hash(line))
    } catch {
      batch.bad.append(BadLine(line, number: number, error))
    }
  }

  // MARK: Checking

  private func head() throws(JSONFault) -> Head {
    Head(
      id: try text(required: .id), type: try type(), author: try author(), channel: try channel(),
      published: try published(), updated: try moment(.updated), deleted: try moment(.deleted),
      closed: try moment(.closed), mediaType: try mediaType(), score: try score())
  }

  private func text(required field: ItemField) throws(JSONFault) -> UnsafeBufferPointer<UInt8> {
    try decoder.required(field.rawValue).text
  }

  private func moment(_ field: ItemField) throws(JSONFault) -> Timestamp? {
    try decoder.moment(field.rawValue)
  }

  private func type() throws(JSONFault) -> Item.Kind {
    let token = try decoder.required(ItemField.type.rawValue)
    for (name, kind) in itemKinds where token.text.elementsEqual(name) { return kind }
    // Says what is wrong with it.
    guard let kind: Item.Kind = try decoder.choice(ItemField.type.rawValue) else {
      throw JSONFault(offset: token.offset, reason: "`type` is missing")
    }
    return kind
  }

  private func mediaType() throws(JSONFault) -> Item.MediaType? {
    guard let token = try decoder.value(ItemField.mediaType.rawValue, .string) else { return nil }
    for (name, type) in mediaTypes where token.text.elementsEqual(name) { return type }
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

  /// The texts that are appended later, so that a fault in one leaves no half row behind.
  private func checkTexts() throws(JSONFault) {
    for field in textFields { _ = try decoder.text(field.rawValue) }
    if let url = try decoder.value(ItemField.url.rawValue, .string), !isAbsoluteURL(url.text) {
      throw JSONFault(offset: url.offset, reason: "`url` is no absolute address: `\(url.string)`")
    }
  }

  // MARK: Lists

  /// Appends the row's lists; on a fault what was appended is taken back.
  private mutating func appendLists() throws(JSONFault) {
    let before = (
      batch.items.tagNames.count, batch.items.mentions.count, batch.items.codes.count
    )
    do throws(JSONFault) {
      try appendTagsAndMentions()
      try appendCodes()
      batch.items.reactions.append(try reactions())
    } catch {
      batch.items.tagNames.removeSubrange(before.0...)
      batch.items.mentions.removeSubrange(before.1...)
      batch.items.codes.removeSubrange(before.2...)
      batch.items.coders.removeSubrange(before.2...)
      throw error
    }
    batch.items.tagStarts.append(Int32(batch.items.tagNames.count))
    batch.items.mentionStarts.append(Int32(batch.items.mentions.count))
    batch.items.codeStarts.append(Int32(batch.items.codes.count))
  }

  private mutating func appendTagsAndMentions() throws(JSONFault) {
    try decoder.texts(ItemField.tag.rawValue) { tag in
      batch.items.tagNames.append(Int32(tags.add(tag)))
    }
    // Who is mentioned but never wrote need not be a member; such a mention counts for nobody.
    try decoder.texts(ItemField.mentions.rawValue) { id in
      if let member = context.members.find(id) { batch.items.mentions.append(Int32(member)) }
    }
    try decoder.texts(ItemField.derived.rawValue) { _ in }
  }

  private mutating func appendCodes() throws(JSONFault) {
    try decoder.elements(ItemField.codes.rawValue) { element, index throws(JSONFault) in
      let fields = try decoder.members(of: index, named: ["code", "by", "cue"])
      guard let code = fields["code"], code.kind == .string, !code.text.isEmpty,
        let by = fields["by"], by.kind == .string, let coder = CodeMark.Coder(rawValue: by.string)
      else {
        throw JSONFault(
          offset: element.offset, reason: "a code needs `code` and `by`: human or machine")
      }
      batch.items.codes.append(Int32(codes.add(code.text)))
      batch.items.coders.append(coder)
    }
  }

  /// The sum over all reactions.
  private func reactions() throws(JSONFault) -> Int32 {
    var sum: Int32?
    try decoder.elements(ItemField.reactions.rawValue) { element, index throws(JSONFault) in
      let fields = try decoder.members(of: index, named: ["name", "count"])
      guard fields["name"]?.kind == .string, let count = fields["count"], count.kind == .integer,
        let number = Int32(exactly: count.integer), number >= 0
      else {
        throw JSONFault(
          offset: element.offset, reason: "a reaction needs `name` and `count`, a whole number")
      }
      sum = Int32(clamping: Int(sum ?? 0) + Int(number))
    }
    return sum ?? .min
  }

  // MARK: Appending

  private mutating func append(_ head: Head) throws(JSONFault) {
    batch.idHashes.append(hash(head.id))
    batch.items.ids.append(batch.store(head.id))
    batch.items.types.append(head.type)
    batch.items.authors.append(head.author)
    batch.items.channels.append(head.channel)
    batch.items.published.append(head.published.secondsSinceEpoch)
    batch.items.updated.append(head.updated?.secondsSinceEpoch ?? .max)
    batch.items.deleted.append(head.deleted?.secondsSinceEpoch ?? .max)
    batch.items.closed.append(head.closed?.secondsSinceEpoch ?? .max)
    batch.items.mediaTypes.append(head.mediaType)
    batch.items.scores.append(head.score)
    try appendTexts()
    try appendLinks()
  }

  private mutating func appendTexts() throws(JSONFault) {
    batch.items.titles.append(batch.store(try decoder.text(ItemField.name.rawValue)))
    batch.items.contents.append(batch.store(try decoder.text(ItemField.content.rawValue)))
    batch.items.urls.append(batch.store(try decoder.text(ItemField.url.rawValue)))
    batch.items.licences.append(batch.store(try decoder.text(ItemField.licence.rawValue)))
    let language = try decoder.text(ItemField.language.rawValue)
    batch.items.languages.append(language.map { Int32(languages.add($0)) } ?? -1)
    let state = try decoder.text(ItemField.state.rawValue)
    batch.items.states.append(state.map { Int32(states.add($0)) } ?? -1)
  }

  private mutating func appendLinks() throws(JSONFault) {
    batch.parents.append(batch.link(try decoder.text(ItemField.inReplyTo.rawValue)))
    batch.contexts.append(batch.link(try decoder.text(ItemField.context.rawValue)))
    batch.accepted.append(batch.link(try decoder.text(ItemField.accepted.rawValue)))
    var isDerived = false
    try decoder.texts(ItemField.derived.rawValue) { name in
      isDerived = isDerived || name.elementsEqual(ItemField.inReplyTo.name.utf8)
    }
    batch.items.hasDerivedParent.append(isDerived)
  }
}

private let textFields: [ItemField] = [
  .name, .content, .url, .licence, .language, .state, .inReplyTo, .context, .accepted,
]
private let itemKinds = Item.Kind.allCases.map { (Array($0.rawValue.utf8), $0) }
private let mediaTypes = Item.MediaType.allCases.map { (Array($0.rawValue.utf8), $0) }
