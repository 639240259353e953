internal import Basics
internal import CommunityData

/// A post or comment as Lemmy's interface shows it, with its author, its place and its votes.
struct LemmyView {
  let channel: Channel
  private let view: SourceObject
  private let content: SourceObject
  private let isComment: Bool

  /// nil for what is no such view, as an ActivityPub object.
  init?(_ object: SourceObject) throws(RecordFault) {
    guard object.has("community"), object.has("creator"), !object.has("type") else { return nil }
    isComment = object.has("comment")
    guard let content = try object.object(isComment ? "comment" : "post") else { return nil }
    guard let community = try object.object("community") else { return nil }
    view = object
    self.content = content
    channel = Channel(
      id: ActivityAddress.withoutNames(try community.string("actor_id")),
      name: try community.string("name"))
  }

  func item(_ run: inout ImportRun) throws(RecordFault) -> Item {
    let author = try author(&run)
    let number = try content.id("id")
    var item = Item(
      id: isComment ? "comment-\(number)" : "post-\(number)", type: isComment ? .comment : .post,
      attributedTo: author.map { run.memberID(of: $0) },
      published: try content.time("published"))
    item.updated = run.known(try content.optionalTime("updated"))
    item.channel = channel.id
    try addThread(to: &item, author, &run)
    item.url = try content.optionalString("ap_id")
    item.score = try view.object("counts")?.optionalNumber("score")
    let (deleted, removed) = (try content.flag("deleted"), try content.flag("removed"))
    if deleted || removed {
      item.setDeletedAtUnknownTime()
      item.name = nil
    } else {
      try addBody(to: &item, author, &run)
    }
    return item
  }

  /// The address of the account; nil when it is gone.
  private func author(_ run: inout ImportRun) throws(RecordFault) -> String? {
    guard let creator = try view.object("creator") else { return nil }
    if try creator.flag("deleted") { return nil }
    let id = try creator.string("actor_id")
    _ = run.memberID(of: id, alsoCalled: try creator.optionalString("name"))
    let isBot = try creator.flag("bot_account")
    let marks = [try view.flag("creator_is_moderator"), try view.flag("creator_is_admin")]
    let joined = try creator.optionalTime("published")
    run.describe(id) { member in
      if isBot { member.kind = .bot }
      if marks.contains(true) { member.role = .moderator }
      member.joined = joined
    }
    return id
  }

  /// A comment's `path` names all above it: `0.7.12` is comment 12 under comment 7.
  private func addThread(
    to item: inout Item, _ author: String?, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard isComment else {
      item.context = item.id
      let title = try content.bytes("name").map(LemmyText.withSigns)
      item.setTitle(title.map { String(decoding: $0, as: UTF8.self) }) { text, start in
        LemmyView.mention(in: text, from: start, author: author, &run)
      }
      return
    }
    let post = "post-\(try content.id("post_id"))"
    item.context = post
    let path = try content.optionalString("path")?.split(separator: ".") ?? []
    let above = path.dropFirst().dropLast().last
    item.inReplyTo = above.map { "comment-\($0)" } ?? post
  }

  private func addBody(
    to item: inout Item, _ author: String?, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let text = try content.bytes(isComment ? "content" : "body") else { return }
    let signed = LemmyText.withSigns(text)
    let communities = LemmyText.communities(in: signed)
    let body = Minimisation.minimised(signed, .markdown, besides: communities) { text, start in
      LemmyView.mention(in: text, from: start, author: author, &run)
    }
    item.setBody(body, .markdown)
  }

  /// `@ann@lemmy.example` names an account on its server, `@ann` somebody on an unknown one.
  private static func mention(
    in text: [UInt8], from start: Int, author: String?, _ run: inout ImportRun
  ) -> Mention? {
    guard let (name, end) = MentionNames.readings(in: text, from: start).last,
      !MentionNames.everybody.contains(name)
    else { return nil }
    guard text.at(end) == UInt8(ascii: "@"),
      let (host, behind) = MentionNames.readings(in: text, from: end + 1).last
    else { return Mention(end: end, member: nil) }
    let handle = "https://\(host)/u/\(name)"
    return Mention(end: behind, member: run.memberID(of: handle), counts: handle != author)
  }
}
