internal import Basics
internal import CommunityData

/// Makes an item of a record of somebody's own table.
struct ColumnItem {
  /// Names that texts may mention: those of the authors so far.
  private var names = MentionNames()
  private var authors: Set<String> = []
  private(set) var channels: ChannelChoice
  private let map: ColumnMap

  init(_ map: ColumnMap, channels: [String]) {
    self.map = map
    self.channels = ChannelChoice(channels)
  }

  /// Keeps the record as an item, or withholds it when it stands in another channel.
  mutating func take(
    _ source: some ColumnRecord, _ run: inout ImportRun
  ) throws(RecordFault) {
    let fields = ColumnFields(source: source, map: map)
    let channel = try fields.string(.channel)
    if let channel {
      channels.note(Channel(id: channel, name: try fields.string(.channelName) ?? channel))
      if !channels.takes(channel) { return run.withhold(ImportRun.inOtherChannel) }
    }
    var item = try head(fields, &run)
    item.channel = channel
    try addTimes(to: &item, fields, &run)
    try addRelations(to: &item, fields)
    try addBody(to: &item, fields, &run)
    run.keep(item, from: source.record)
  }

  private mutating func head(
    _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    guard let published = try fields.time(.published) else {
      throw fields.fault(.published, "is missing")
    }
    let author = try fields.string(.attributedTo)
    if let author, authors.insert(author).inserted { names.note(author, as: author) }
    var item = Item(
      id: try fields.string(.id) ?? "", type: try kind(fields),
      attributedTo: author.map { run.memberID(of: $0) }, published: published)
    if item.id.isEmpty {
      item.id = run.madeID(of: fields.source.record.bytes)
      item.derived.append("id")
    }
    return item
  }

  private func kind(_ fields: ColumnFields<some ColumnRecord>) throws(RecordFault) -> Item.Kind {
    guard let text = try fields.string(.type) else { return map.type }
    guard let kind = Item.Kind(rawValue: text) else {
      let known = Item.Kind.allCases.map(\.rawValue)
      throw fields.fault(.type, "is no kind of item", suggestion(for: text, among: known) ?? text)
    }
    return kind
  }

  private func addTimes(
    to item: inout Item, _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) {
    item.updated = run.known(try fields.time(.updated))
    item.deleted = run.known(try fields.time(.deleted))
    item.closed = run.known(try fields.time(.closed))
  }

  private func addRelations(
    to item: inout Item, _ fields: ColumnFields<some ColumnRecord>
  ) throws(RecordFault) {
    item.setTitle(try fields.string(.name))
    item.language = try fields.string(.language)
    item.inReplyTo = try fields.string(.inReplyTo)
    item.context = try fields.string(.context)
    item.url = try fields.string(.url)
    item.tag =
      try fields.string(.tag)?.split { ",;|".contains($0) }.map { tag in
        String(tag.drop { $0 == " " })
      } ?? []
    item.score = try fields.number(.score)
    item.state = try fields.string(.state)
    item.accepted = try fields.string(.accepted)
  }

  private func addBody(
    to item: inout Item, _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let text = try fields.bytes(.content) else { return }
    let author = try fields.string(.attributedTo)
    let resolve = { (text: [UInt8], start: Int, run: inout ImportRun) in
      names.mention(in: text, from: start, author: author, &run)
    }
    let body =
      map.mediaType == .html
      ? Minimisation.minimised(html: text, tags: { _, _ in .ordinary }) { resolve($0, $1, &run) }
      : Minimisation.minimised(text, map.mediaType) { resolve($0, $1, &run) }
    item.setBody(body, map.mediaType)
  }
}
