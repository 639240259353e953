internal import Basics
internal import CommunityData

/// A message of an export. Within a channel its time, in microseconds, is its id.
struct SlackMessage {
  /// Remarks of the platform about what people did.
  private static let remarks: Set<String> = [
    "bot_add", "bot_remove", "bot_enable", "bot_disable", "pinned_item", "unpinned_item",
    "reminder_add", "sh_room_created", "huddle_thread", "joiner_notification",
    "joiner_notification_for_inviter", "channel_join", "channel_leave", "channel_topic",
    "channel_purpose", "channel_name", "channel_archive", "channel_unarchive",
    "channel_convert_to_private", "channel_convert_to_public", "channel_posting_permissions",
    "channel_canvas_updated", "group_join", "group_leave", "group_topic", "group_purpose",
    "group_name", "group_archive", "group_unarchive", "bot_profile_updated",
    "app_conversation_join",
  ]

  private let object: SourceObject
  private let id: String
  private let subtype: String?
  /// The time of the message that the thread hangs on; nil outside of threads.
  let thread: String?

  init(_ object: SourceObject) throws(RecordFault) {
    self.object = object
    id = try object.string("ts")
    subtype = try object.optionalString("subtype")
    thread = try object.optionalString("thread_ts")
  }

  func item(
    in place: SlackPlace, _ people: SlackPeople, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    let isRemark = subtype.map(SlackMessage.remarks.contains) ?? false
    let author = try author(people, &run)
    var item = Item(
      id: "\(place.channel)-\(id)", type: isRemark ? .system : .message,
      attributedTo: author.map { run.memberID(of: $0, alsoCalled: people.handle(of: $0)) },
      published: try object.time("ts", .seconds))
    item.updated = run.known(try object.object("edited")?.optionalTime("ts", .seconds))
    item.channel = place.channel
    item.url = url(in: place, run.request.origin)
    if let thread {
      item.context = "\(place.channel)-\(thread)"
      if thread != id { item.inReplyTo = item.context }
    }
    item.reactions = try reactions()
    if subtype == "tombstone" {
      item.setDeletedAtUnknownTime()
    } else {
      try addBody(to: &item, author, people, &run)
    }
    return item
  }

  /// A user id, or a bot's own id where it wrote without one; nil when nobody is named.
  private func author(
    _ people: SlackPeople, _ run: inout ImportRun
  ) throws(RecordFault) -> String? {
    let user = try object.optionalString("user")
    if subtype == "tombstone", user == "USLACKBOT" { return nil }
    let commenter = try object.object("comment")?.optionalString("user")
    let bot = try object.optionalString("bot_id")
    guard let author = user ?? commenter ?? bot else { return nil }
    // Programs that write in a person's name bear a bot's id beside the person's.
    let isBot = object.has("bot_id") && !people.has(author) || subtype == "bot_message"
    if isBot { run.describe(author) { $0.kind = .bot } }
    return author
  }

  /// `/archives/C061A0WJG/p1435330110000002`
  private func url(in place: SlackPlace, _ origin: String) -> String {
    let link = "\(origin)/archives/\(place.channel)/p\(id.replacing(".", with: ""))"
    guard let thread, thread != id else { return link }
    return "\(link)?thread_ts=\(thread)&cid=\(place.channel)"
  }

  private func reactions() throws(RecordFault) -> [Reaction] {
    var reactions: [Reaction] = []
    for reaction in try object.objects("reactions") {
      guard let count = try reaction.optionalNumber("count") else { continue }
      reactions.append(Reaction(name: try reaction.string("name"), count: count))
    }
    return reactions
  }

  private func addBody(
    to item: inout Item, _ author: String?, _ people: SlackPeople, _ run: inout ImportRun
  ) throws(RecordFault) {
    var text = try object.bytes("text") ?? []
    if text.isEmpty { text = try attachedText() }
    item.setBody(SlackText.body(text, author: author, people, &run), .markdown)
  }

  /// Programs may put all they say into attachments.
  private func attachedText() throws(RecordFault) -> [UInt8] {
    var parts: [String] = []
    for attachment in try object.objects("attachments") {
      let own = [
        try attachment.optionalString("pretext"), try attachment.optionalString("title"),
        try attachment.optionalString("text"),
      ].compactMap { $0 }
      parts += own.isEmpty ? [try attachment.optionalString("fallback")].compactMap { $0 } : own
    }
    return Array(parts.joined(separator: "\n").utf8)
  }
}
