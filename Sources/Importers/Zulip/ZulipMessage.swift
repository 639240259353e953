internal import Basics
internal import CommunityData

/// A message of a topic: id, time, the sender's name, HTML.
struct ZulipMessage {
  /// Programs of Zulip itself, which speak in every community.
  private static let systems: Set<String> = [
    "Notification Bot", "Welcome Bot", "Reminder Bot", "Zulip Default Bot", "Email Gateway",
  ]
  private static let deleted = Array("<p>(deleted)</p>".utf8)

  let id: String
  private let sender: String
  private let published: Timestamp
  private let html: [UInt8]

  init(_ object: SourceObject) throws(RecordFault) {
    id = try object.id("id")
    sender = try object.string("sender_full_name")
    published = try object.time("timestamp", .seconds)
    html = try object.bytes("content") ?? []
  }

  /// The message as an item; `first` is the id of the topic's first message, which bears its title.
  func item(in topic: ZulipTopic, first: String, _ run: inout ImportRun) -> Item {
    let isSystem = ZulipMessage.systems.contains(sender)
    var item = Item(
      id: id, type: isSystem ? .system : .message, attributedTo: run.memberID(of: sender),
      published: published)
    if isSystem { run.describe(sender) { $0.kind = .system } }
    item.channel = topic.channel.id
    item.context = first
    item.derived = ["context"]
    item.url = "\(run.request.origin)/\(topic.narrow)/near/\(id)"
    if first == id {
      item.setTitle(topic.title)
      if topic.isResolved { item.state = "resolved" }
    }
    if html == ZulipMessage.deleted {
      item.setDeletedAtUnknownTime()
    } else {
      addBody(to: &item, &run)
    }
    return item
  }

  private func addBody(to item: inout Item, _ run: inout ImportRun) {
    var quoted: String?
    let body = Minimisation.minimised(html: html) { tag, words in
      if quoted == nil, words == "said" { quoted = ZulipMessage.quotedID(tag) }
      return ZulipMessage.meaning(of: tag, words, author: sender, &run)
    }
    item.setBody(body, .html)
    if let quoted, quoted != id {
      item.inReplyTo = quoted
      item.derived.append("inReplyTo")
    }
  }

  /// `<span class="user-mention" data-user-id="7">@Ann</span>`, silent in front of a quotation.
  private static func meaning(
    of tag: HTMLTag, _ words: String, author: String, _ run: inout ImportRun
  ) -> TagMeaning {
    guard tag.hasClass("user-mention"), tag["data-user-id"] != "*" else { return .ordinary }
    let name = words.hasPrefix("@") ? String(words.dropFirst()) : words
    if name.isEmpty || MentionNames.everybody.contains(name) { return .ordinary }
    let counts = !tag.hasClass("silent") && name != author
    return .person(run.memberID(of: name), counts: counts)
  }

  /// `<a href="#narrow/stream/…/near/273007629">said</a>` → `273007629`
  private static func quotedID(_ tag: HTMLTag) -> String? {
    guard tag.name == "a", let address = tag["href"], address.contains("#narrow/"),
      let near = address.split(separator: "/").last, !near.isEmpty,
      near.allSatisfy({ $0.isASCII && $0.isNumber }), address.hasSuffix("/near/\(near)")
    else { return nil }
    return String(near)
  }
}
