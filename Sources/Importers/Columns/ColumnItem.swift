internal import Basics
internal import CommunityData

/// Makes items of the records of somebody's own table, each written as a line at once: such tables
/// hold millions.
struct ColumnItem {
  private var line = ItemLine()
  private var authors = ColumnAuthors()
  private(set) var channels: ColumnChannels
  private let map: ColumnMap
  private static let kinds = TextIndex(Item.Kind.allCases.map(\.rawValue))

  init(_ map: ColumnMap, channels: [String]) {
    self.map = map
    self.channels = ColumnChannels(channels)
  }

  /// Keeps the record as an item, or withholds it when it stands in another channel.
  mutating func take(
    _ source: some ColumnRecord, _ run: inout ImportRun
  ) throws(RecordFault) {
    let fields = ColumnFields(source: source, map: map)
    if try !channels.take(fields) { return run.withhold(ImportRun.inOtherChannel) }
    guard let published = try fields.time(.published) else {
      throw fields.fault(.published, "is missing")
    }
    let author = try authors.note(fields, &run)
    let isMade = try begin(fields, by: author, at: published, &run)
    try addTimes(fields, run.limit)
    // Who takes back what they wrote takes back its words.
    let isDeleted = try fields.time(.deleted) != nil
    let mentions = isDeleted ? [] : try addBody(fields, by: author, &run)
    try addRelations(fields, &run)
    line.add(.mentions, mentions)
    try addStanding(fields, &run)
    line.add(.derived, isMade ? ["id"] : [])
    line.end()
    run.keep(line, by: author, mentions: mentions, from: source.record)
  }

  /// Begins the line of a record; whether its id had to be made.
  private mutating func begin(
    _ fields: ColumnFields<some ColumnRecord>, by author: Int?, at published: Timestamp,
    _ run: inout ImportRun
  ) throws(RecordFault) -> Bool {
    let kind = try kind(fields)
    // Told before the closure, which would else take a copy of the whole run for each record.
    let member = author.map { run.memberID($0) }
    let isPlain = try fields.source.withText(of: .id) { id throws(RecordFault) in
      guard ImportRun.isPlain(id: id) else { return false }
      line.begin(id: id, kind, by: member, at: published)
      return true
    }
    if isPlain == true { return false }
    if isPlain == false, let stated = try fields.string(.id) {
      let writable = run.writableID(stated)
      var id = writable.id
      id.withUTF8 { line.begin(id: $0, kind, by: member, at: published) }
      return writable.isMade
    }
    var made = run.madeID(of: fields.source.record.bytes)
    made.withUTF8 { line.begin(id: $0, kind, by: member, at: published) }
    return true
  }

  private func kind(_ fields: ColumnFields<some ColumnRecord>) throws(RecordFault) -> Item.Kind {
    let kind = try fields.source.withText(of: .type) { text throws(RecordFault) in
      if let number = ColumnItem.kinds.find(text) { return Item.Kind.allCases[number] }
      let word = String(decoding: text, as: UTF8.self)
      let known = Item.Kind.allCases.map(\.rawValue)
      var fault = fields.fault(.type, "is no kind of item", value: word)
      fault.detail = suggestion(for: word, among: known)
      throw fault
    }
    return kind ?? map.type
  }

  private mutating func addTimes(
    _ fields: ColumnFields<some ColumnRecord>, _ limit: TimeLimit
  ) throws(RecordFault) {
    line.add(.updated, limit.known(try fields.time(.updated)))
    line.add(.deleted, limit.known(try fields.time(.deleted)))
  }

  /// Adds the texts that may name or give away somebody; the ids of those mentioned.
  private mutating func addBody(
    _ fields: ColumnFields<some ColumnRecord>, by author: Int?, _ run: inout ImportRun
  ) throws(RecordFault) -> [String] {
    _ = try fields.source.withText(of: .name) { text throws(RecordFault) in
      let authors = authors
      return addMinimised(.name, text, .plain) { text, start in
        authors.mention(in: text, from: start, author: author, &run)
      }
    }
    let mentions = try fields.source.withText(of: .content) { text throws(RecordFault) in
      let authors = authors
      return addMinimised(.content, text, map.mediaType) { text, start in
        authors.mention(in: text, from: start, author: author, &run)
      }
    }
    try fields.add(.language, as: .language, to: &line)
    return mentions ?? []
  }

  /// Adds a text as it may be written; the ids of those it mentions.
  @discardableResult
  private mutating func addMinimised(
    _ field: ItemField, _ text: UnsafeBufferPointer<UInt8>, _ mediaType: Item.MediaType,
    _ resolve: ([UInt8], Int) -> Mention?
  ) -> [String] {
    var mentions: [String] = []
    if mediaType == .html {
      var body = Minimisation.minimised(
        html: Array(text), tags: { _, _ in .ordinary }, mentions: resolve)
      if body.text.isEmpty { return body.mentions }
      body.text.withUTF8 { line.add(field, $0) }
      mentions = body.mentions
    } else if Minimisation.isHarmless(text) {
      line.add(field, text)
    } else {
      let bytes = Array(text)
      let found = Minimisation.found(in: bytes, mediaType, mentions: resolve)
      let output = found.redactions.applied(to: bytes)
      if !output.isEmpty { output.withUnsafeBufferPointer { line.add(field, $0) } }
      mentions = found.mentions
    }
    if field == .content { line.add(.mediaType, mediaType.rawValue) }
    return mentions
  }

  private mutating func addRelations(
    _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) {
    try addID(.inReplyTo, as: .inReplyTo, fields, &run)
    try addID(.context, as: .context, fields, &run)
    try addID(.channel, as: .channel, fields, &run)
    _ = try fields.source.withText(of: .url) { url throws(RecordFault) in
      addAddress(url, &run)
    }
    let tags = try fields.string(.tag)?.split { ",;|".contains($0) }
    line.add(
      .tag,
      tags?.map { tag in Minimisation.minimised(label: String(tag.drop { $0 == " " })) } ?? [])
  }

  /// Adds the id of another item or of a place; one that holds somebody's contact becomes what it
  /// becomes where that is written.
  private mutating func addID(
    _ field: ColumnMap.Field, as itemField: ItemField,
    _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) {
    let isPlain = try fields.source.withText(of: field) { id throws(RecordFault) in
      guard ImportRun.isPlain(id: id) else { return false }
      line.add(itemField, id)
      return true
    }
    guard isPlain == false, let id = try fields.string(field) else { return }
    line.add(itemField, run.writableID(id).id)
  }

  private mutating func addAddress(
    _ url: UnsafeBufferPointer<UInt8>, _ run: inout ImportRun
  ) {
    if run.mayLink(to: url) { line.add(.url, url) }
  }

  private mutating func addStanding(
    _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) {
    line.add(.score, try fields.number(.score))
    try addID(.accepted, as: .accepted, fields, &run)
    line.add(.state, try fields.string(.state).map(Minimisation.minimised(label:)))
    line.add(.closed, run.limit.known(try fields.time(.closed)))
  }
}
