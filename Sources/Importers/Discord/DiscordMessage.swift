internal import Basics
internal import CommunityData

/// A message as DiscordChatExporter writes it.
struct DiscordMessage {
  /// Types that people write; all others are the platform's own remarks.
  private static let spoken: Set<String> = [
    "Default", "Reply", "ChatInputCommand", "ContextMenuCommand",
  ]
  /// Stands for everybody whose account is gone.
  private static let deletedUser = "456226577798135808"

  private let object: SourceObject
  private let id: String
  private let type: String

  init(_ object: SourceObject) throws(RecordFault) {
    self.object = object
    id = try object.id("id")
    type = try object.string("type")
  }

  func item(
    in channel: DiscordChannel, _ threads: DiscordThreads, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    let author = try author(&run)
    let isSpoken = DiscordMessage.spoken.contains(type)
    var item = Item(
      id: id, type: isSpoken ? .message : .system,
      attributedTo: author.map { run.memberID(of: $0) },
      published: try object.time("timestamp"))
    item.updated = run.known(try object.optionalTime("timestampEdited"))
    item.channel = channel.place.id
    item.url = "\(run.site)/channels/\(channel.guild)/\(channel.id)/\(id)"
    if let title = channel.threadTitle {
      item.context = channel.id
      if threads.isFirst(id, of: channel.id) {
        let names = try names()
        item.setTitle(title) { text, start in
          names.mention(in: text, from: start, author: author, &run)
        }
      }
    }
    if isSpoken, !object.has("forwardedMessage") {
      item.inReplyTo = try object.object("reference")?.optionalID("messageId")
    }
    item.reactions = try reactions()
    // Remarks of the platform call people by their bare names: `Added Ann Lee to the group.`
    if isSpoken { try addBody(to: &item, author, &run) }
    return item
  }

  /// The user id; nil when the account is gone.
  private func author(_ run: inout ImportRun) throws(RecordFault) -> String? {
    guard let author = try object.object("author") else { return nil }
    let id = try author.id("id")
    if id == DiscordMessage.deletedUser { return nil }
    _ = run.memberID(of: id, alsoCalled: try author.optionalString("name"))
    if try author.flag("isBot") { run.describe(id) { $0.kind = .bot } }
    return id
  }

  private func addBody(
    to item: inout Item, _ author: String?, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let text = try object.bytes("content") else { return }
    item.setBody(DiscordText.body(text, try names(), author: author, &run), .markdown)
  }

  /// Whom the message names.
  private func names() throws(RecordFault) -> MentionNames {
    var names = MentionNames()
    for user in try object.objects("mentions") {
      let id = try user.id("id")
      for name in [try user.optionalString("nickname"), try user.optionalString("name")] {
        if let name { names.note(name, as: id) }
      }
    }
    return names
  }

  private func reactions() throws(RecordFault) -> [Reaction] {
    var reactions: [Reaction] = []
    for reaction in try object.objects("reactions") {
      guard let emoji = try reaction.object("emoji"), let name = try emoji.optionalString("name"),
        let count = try reaction.optionalNumber("count")
      else { continue }
      reactions.append(Reaction(name: name, count: count))
    }
    return reactions
  }
}
