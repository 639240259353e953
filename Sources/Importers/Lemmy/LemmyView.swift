internal import Basics
internal import CommunityData

/// A post or comment as Lemmy's interface shows it, with its author, its place and its votes.
struct LemmyView {
  let channel: Channel
  /// Whether everybody may read the community.
  let isPublic: Bool
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
      id: ActivityAddress.ofPlace(try community.string("actor_id")),
      name: try community.string("name"))
    let visibility = try community.optionalString("visibility")
    isPublic = visibility.map(LemmyView.ofPublic.contains) ?? true
  }

  /// What communities are called that everybody may read; older programs have no others and do not tell.
  /// Any word that a later one brings is held to be of those that only some may.
  private static let ofPublic: Set<String> = [
    "Public", "Unlisted", "LocalOnlyPublic", "public", "unlisted", "local_only_public",
  ]

  /// Notes how texts call the account that wrote it: `ann@lemmy.example`.
  func noteCreator(in names: inout MentionNames) throws(RecordFault) {
    guard let creator = try view.object("creator"), let name = try creator.optionalString("name")
    else { return }
    let id = try creator.string("actor_id")
    if let host = ActivityAddress.host(of: id) { names.note("\(name)@\(host)", as: id) }
  }

  func item(_ names: MentionNames, _ run: inout ImportRun) throws(RecordFault) -> Item {
    let author = try author(&run)
    let mentions = LemmyMentions(names: names, author: author)
    let number = try content.id("id")
    var item = Item(
      id: isComment ? "comment-\(number)" : "post-\(number)", type: isComment ? .comment : .post,
      attributedTo: author.map { run.memberID(of: $0) },
      published: try content.time("published"))
    item.updated = run.known(try content.optionalTime("updated"))
    item.channel = channel.id
    try addThread(to: &item, mentions, &run)
    item.url = try url(run)
    item.score = try view.object("counts")?.optionalNumber("score")
    let (deleted, removed) = (try content.flag("deleted"), try content.flag("removed"))
    if deleted || removed {
      item.setDeletedAtUnknownTime()
      item.name = nil
    } else {
      try addBody(to: &item, mentions, &run)
    }
    return item
  }

  /// What people write from Mastodon has an address that tells their name, which is kept only where
  /// people agreed.
  private func url(_ run: ImportRun) throws(RecordFault) -> String? {
    guard let address = try content.optionalString("ap_id") else { return nil }
    let mayName = run.request.scope == .withConsent
    return mayName || !ActivityAddress.namesSomebody(address) ? address : nil
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
    to item: inout Item, _ mentions: LemmyMentions, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard isComment else {
      item.context = item.id
      let title = LemmyText.withSigns(try content.bytes("name") ?? [])
      item.setTitle(
        String(decoding: title, as: UTF8.self), besides: LemmyText.communities(in: title)
      ) { text, start in
        mentions.mention(in: text, from: start, &run)
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
    to item: inout Item, _ mentions: LemmyMentions, _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let text = try content.bytes(isComment ? "content" : "body") else { return }
    let signed = LemmyText.withSigns(text)
    let communities = LemmyText.communities(in: signed)
    let body = Minimisation.minimised(signed, .markdown, besides: communities) { text, start in
      mentions.mention(in: text, from: start, &run)
    }
    item.setBody(body, .markdown)
  }
}
