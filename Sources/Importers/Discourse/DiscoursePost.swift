internal import Basics
internal import CommunityData

/// A post of a topic.
struct DiscoursePost {
  let id: String
  /// Of its topic, and which of its posts it is.
  let topic: String
  let number: Int
  /// The user id; nil when the account is gone.
  let author: String?
  private let object: SourceObject
  /// 1 for what people write, 4 for whispers; others are remarks.
  private let type: Int

  init(_ object: SourceObject) throws(RecordFault) {
    self.object = object
    id = "post-\(try object.id("id"))"
    topic = try object.id("topic_id")
    number = try object.optionalNumber("post_number") ?? 1
    type = try object.optionalNumber("post_type") ?? 1
    let (user, name) = (try object.optionalID("user_id"), try object.optionalString("username"))
    author = user ?? name
  }

  var isWhisper: Bool { type == 4 }

  func item(
    in topic: DiscourseTopic, _ forum: DiscourseForum, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    try describeAuthor(&run)
    var item = Item(
      id: id, type: type != 1 ? .system : number == 1 ? .post : .reply,
      attributedTo: author.map { run.memberID(of: $0) },
      published: try object.time("created_at"))
    try addState(to: &item, topic, &run)
    item.channel = topic.category
    item.context = "topic-\(self.topic)"
    if let parent = try object.optionalNumber("reply_to_post_number") {
      item.inReplyTo = forum.post(parent, of: self.topic)
    }
    item.url = try url(topic, run.request.origin)
    item.reactions = try reactions()
    if try isGone() { return item }
    addTitle(to: &item, topic, forum, &run)
    // Of a post that was flagged readers see a sentence of the forum's, and moderators the words.
    if try object.flag("hidden") { return item }
    try DiscourseText(object: object, topic: self.topic, author: author).add(to: &item, forum, &run)
    return item
  }

  /// Moderators are given the words of deleted posts too.
  private func isGone() throws(RecordFault) -> Bool {
    try object.flag("user_deleted") || object.has("deleted_at")
  }

  private func describeAuthor(_ run: inout ImportRun) throws(RecordFault) {
    guard let author else { return }
    _ = run.memberID(of: author, alsoCalled: try object.optionalString("username"))
    let marks = [
      try object.flag("admin"), try object.flag("moderator"), try object.flag("staff"),
    ]
    let level = try object.optionalNumber("trust_level")
    run.describe(author) { member in
      if author.hasPrefix("-") { member.kind = .system }
      if marks.contains(true) { member.role = .moderator }
      member.level = level.map { "trust level \($0)" }
    }
  }

  private func addState(
    to item: inout Item, _ topic: DiscourseTopic, _ run: inout ImportRun
  ) throws(RecordFault) {
    // Imports and moves change `updated_at` too; only the version tells of an edit.
    if try object.optionalNumber("version") ?? 1 > 1 {
      item.updated = run.known(try object.optionalTime("updated_at"))
      item.derived.append("updated")
    }
    item.deleted = run.known(try object.optionalTime("deleted_at"))
    if item.deleted == nil, try object.flag("user_deleted") { item.setDeletedAtUnknownTime() }
    if try object.flag("hidden") { item.state = "hidden" }
    guard number == 1 else { return }
    item.tag = topic.tags
    item.accepted = topic.accepted
    if topic.isClosed { item.state = "closed" }
  }

  private func addTitle(
    to item: inout Item, _ topic: DiscourseTopic, _ forum: DiscourseForum, _ run: inout ImportRun
  ) {
    guard number == 1 else { return }
    item.setTitle(topic.title) { text, start in
      forum.names.mention(in: text, from: start, author: author, &run)
    }
    item.name = item.name.map { ProfileAddress.discourse.masked(in: $0) }
  }

  private func url(_ topic: DiscourseTopic, _ origin: String) throws(RecordFault) -> String {
    if let path = try object.optionalString("post_url"), path.hasPrefix("/") {
      return origin + path
    }
    let own = try object.optionalString("topic_slug")
    guard let slug = own ?? topic.slug else { return "\(origin)/t/\(self.topic)/\(number)" }
    return "\(origin)/t/\(slug)/\(self.topic)/\(number)"
  }

  /// Hearts are an action; a plugin adds other signs.
  private func reactions() throws(RecordFault) -> [Reaction] {
    var reactions: [Reaction] = []
    for reaction in try object.objects("reactions") {
      guard let count = try reaction.optionalNumber("count") else { continue }
      reactions.append(Reaction(name: try reaction.id("id"), count: count))
    }
    if !reactions.isEmpty { return reactions }
    for action in try object.objects("actions_summary") {
      guard let count = try action.optionalNumber("count"), count > 0,
        try action.optionalNumber("id") == 2
      else { continue }
      reactions.append(Reaction(name: "like", count: count))
    }
    return reactions
  }
}
