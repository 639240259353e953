internal import Basics
internal import CommunityData

/// What a feed says of itself.
struct Feed {
  let file: String
  let channel: Channel
  let language: String?
  /// Where its entries name nobody.
  let author: FeedNode?
  /// When it was made, for entries that bear no date.
  let built: Timestamp?
  /// What it is called by everywhere: its id or address, or else its file.
  private let source: String
  /// What tells its ids from those of the other feeds of the export.
  private let prefix: String

  init(_ entry: FeedEntry, file: String, isOneOfSeveral: Bool, _ run: ImportRun) {
    self.file = file
    source = Feed.source(of: entry, file: file)
    prefix = isOneOfSeveral ? run.madeID(ofPlace: source) + "-" : ""
    channel = Channel(
      id: run.writableID(source).id,
      name: Feed.title(entry) ?? Feed.plain(Feed.home(of: entry) ?? file))
    language = entry.first("language", "dc:language").map { $0.replacing("_", with: "-") }
    author = entry.all("author").first { $0.part("name") ?? $0.string != nil }
    built = entry.first("updated", "lastBuildDate", "pubDate", "dc:date", "published").flatMap {
      WrittenTime.timestamp($0.utf8)
    }
  }

  static func source(of entry: FeedEntry, file: String) -> String {
    entry.first("id") ?? home(of: entry) ?? file
  }

  /// The id of one of its entries, and whether it had to be made.
  func id(of entry: String, _ run: ImportRun) -> (id: String, isMade: Bool) {
    if prefix.isEmpty || EntryID.isUniqueAnywhere(entry) { return run.writableID(entry) }
    let (_, isMade) = run.writableID(entry)
    return (isMade ? run.madeID(of: Array("\(source)\0\(entry)".utf8)) : prefix + entry, isMade)
  }

  /// The id of an entry without one, made of what tells it from others.
  func id(ofEntry title: String?, at published: Timestamp) -> String {
    let key = MailKey(Array("\(Feed.plain(source)) \(published) \(title ?? "")".utf8))
    return "feed-" + key.id.dropFirst("mail-".count)
  }

  private static func home(of entry: FeedEntry) -> String? {
    entry.all("link").lazy.compactMap(Feed.address).first
  }

  private static func title(_ entry: FeedEntry) -> String? {
    guard let title = entry.first("title") else { return nil }
    let words = HTMLText(Array(title.utf8)).text
    return words.isEmpty ? nil : Minimisation.minimised(words)
  }

  /// The address of a link: `href` of Atom's alternate, or the text of RSS's.
  static func address(of link: FeedNode) -> String? {
    if let address = link.attributes["href"] {
      let relation = link.attributes["rel"] ?? "alternate"
      return relation == "alternate" ? web(address) : nil
    }
    return link.string.flatMap(web)
  }

  static func web(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let isWeb = bytes.has("https://", at: 0) || bytes.has("http://", at: 0)
    return isWeb && !bytes.contains { $0 <= 0x20 } ? text : nil
  }

  /// A text as it may be written.
  static func plain(_ id: String) -> String { Minimisation.minimised(id.utf8) }
}

/// An entry of a feed on its way to an item.
struct FeedItem {
  private let entry: FeedEntry
  private let feed: Feed
  private let record: SourceRecord

  init(_ entry: FeedEntry, _ feed: Feed, _ record: SourceRecord) {
    self.entry = entry
    self.feed = feed
    self.record = record
  }

  func item(_ run: inout ImportRun) throws(RecordFault) -> Item {
    let (published, isDerived) = try time(run.limit)
    let author = author(&run)
    let (id, isMade) = id(published, run)
    let answered = entry.all("thr:in-reply-to").lazy.compactMap { $0.attributes["ref"] }.first
    var item = Item(
      id: id, type: answered == nil ? .post : .reply, attributedTo: author, published: published)
    item.updated = run.known(updated(after: published))
    item.channel = feed.channel.id
    item.name = title
    item.url = address
    item.language = feed.language
    item.inReplyTo = answered.map { feed.id(of: $0, run).id }
    item.tag = tags
    addBody(to: &item)
    if isMade { item.derived.append("id") }
    if isDerived { item.derived.append("published") }
    return item
  }

  /// When it was published; else when it was changed; else when the feed was made (derived).
  private func time(_ limit: TimeLimit) throws(RecordFault) -> (time: Timestamp, isDerived: Bool) {
    let text = entry.first(
      "published", "pubDate", "pubdate", "dc:date", "dcterms:created", "issued", "created",
      "updated", "modified", "dcterms:modified")
    if let text {
      guard let time = WrittenTime.timestamp(text.utf8) else {
        throw RecordFault(record, "its date is not one", value: text)
      }
      return (time, false)
    }
    guard let built = feed.built else {
      var fault = RecordFault(record, "neither it nor its feed bears a date")
      fault.record.bytes = Array((entry.first("id", "guid", "link", "title") ?? "").utf8)
      throw fault
    }
    return (built, true)
  }

  private func updated(after published: Timestamp) -> Timestamp? {
    entry.first("updated", "modified", "dcterms:modified").flatMap {
      WrittenTime.timestamp($0.utf8)
    }.flatMap { $0 > published ? $0 : nil }
  }

  private func id(_ published: Timestamp, _ run: ImportRun) -> (id: String, isMade: Bool) {
    let stated = entry.first("id", "guid", "rdf:about") ?? address
    if let stated { return feed.id(of: stated, run) }
    return (feed.id(ofEntry: title, at: published), true)
  }

  private func author(_ run: inout ImportRun) -> String? {
    let node = entry.all("author").first { $0.part("name") ?? $0.string != nil }
    if let node = node ?? feed.author, let handle = FeedItem.handle(of: node) {
      return run.memberID(of: handle, alsoCalled: node.part("name"))
    }
    let other = entry.first("dc:creator", "itunes:author", "media:credit")
    return other.map { run.memberID(of: $0.lowercased()) }
  }

  /// The name; of RSS's `ann@example.org (Ann)` too, since the same person writes in other feeds.
  private static func handle(of node: FeedNode) -> String? {
    if let name = node.part("name") { return name.lowercased() }
    guard let text = node.string else { return node.part("uri") ?? node.part("email") }
    let address = MailAddress(Array(text.utf8))
    let name = address.map { String(decoding: $0.name, as: UTF8.self) } ?? ""
    return (name.isEmpty ? address?.address ?? text : name).lowercased()
  }

  private var title: String? {
    guard let text = entry.first("title") else { return nil }
    let words = HTMLText(Array(text.utf8)).text
    return words.isEmpty ? nil : Minimisation.minimised(words)
  }

  private var address: String? {
    if let link = entry.all("link").lazy.compactMap(Feed.address).first { return link }
    let guid = entry.all("guid").first { $0.attributes["isPermaLink"] != "false" }
    return guid?.string.flatMap(Feed.web)
  }

  private var tags: [String] {
    var tags: [String] = []
    for node in entry.all("category") + entry.all("dc:subject") {
      guard let text = node.attributes["label"] ?? node.attributes["term"] ?? node.string else {
        continue
      }
      let tag = Minimisation.minimised(text.utf8)
      if !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  private func addBody(to item: inout Item) {
    guard
      let node = entry.node(
        "content:encoded", "content", "xhtml:body", "text", "description", "summary")
    else { return }
    let type = node.attributes["type"] ?? (node.name == "text" ? "text" : "html")
    if type.hasSuffix("html") || type.hasSuffix("xml") {
      var body = Minimisation.minimised(html: node.text) { tag, _ in
        tag["href"].map(ProfileAddress.signed.isOne) == true ? .profile : .ordinary
      }
      body.text = ProfileAddress.signed.masked(in: body.text)
      item.setBody(body, .html)
    } else if let text = node.string {
      item.content = Minimisation.minimised(ProfileAddress.signed.masked(in: text).utf8)
      item.mediaType = .plain
    }
  }
}
