internal import Basics
internal import CommunityData
internal import JSONText

/// A submission or a comment. People's handles are their names, which never change, in lower case.
struct RedditThing {
  private static let gone: Set<String> = [
    "[deleted]", "[removed]", "[ Removed by Reddit ]", "[ Removed by moderator ]",
  ]

  private let object: SourceObject
  let id: String
  let channel: Channel
  private let isComment: Bool

  /// Takes a thing by itself or in the wrapping of Reddit's own answers.
  init(_ line: SourceObject) throws(RecordFault) {
    let wrapped = line.has("kind") ? try line.object("data") : nil
    object = wrapped ?? line
    isComment = object.has("link_id") || !object.has("title")
    let own = try object.id("id")
    id = try object.optionalString("name") ?? (isComment ? "t1_\(own)" : "t3_\(own)")
    let subreddit = try object.string("subreddit")
    channel = Channel(id: subreddit.lowercased(), name: subreddit)
  }

  /// Why it is left out; nil when it is taken. A page of one's own is no community's, and is called by
  /// its owner.
  func withheld(in scope: SnapshotManifest.Scope) throws(RecordFault) -> String? {
    let type = try object.optionalString("subreddit_type")
    if type == "user" || channel.id.hasPrefix("u_") { return "on somebody's own page" }
    let isPrivate = type == "private"
    return isPrivate && scope != .withConsent ? ImportRun.inPrivateChannel : nil
  }

  func item(_ run: inout ImportRun) throws(RecordFault) -> Item {
    let author = try author(&run)
    var item = Item(
      id: id, type: isComment ? .comment : .post,
      attributedTo: author.map { run.memberID(of: $0) },
      published: try object.time("created_utc", .seconds))
    item.updated = run.known(try edited())
    item.channel = channel.id
    item.context = isComment ? try object.optionalID("link_id") : id
    item.inReplyTo = isComment ? try object.optionalID("parent_id") : nil
    item.url = try url(run)
    if let flair = try object.optionalString("link_flair_text") {
      item.tag = [String(decoding: RedditText.plain(flair), as: UTF8.self)]
    }
    if !(try object.flag("score_hidden")) { item.score = try object.optionalNumber("score") }
    try addText(to: &item, author, &run)
    return item
  }

  /// nil when the account is gone.
  private func author(_ run: inout ImportRun) throws(RecordFault) -> String? {
    guard let name = try object.optionalString("author"), !RedditThing.gone.contains(name) else {
      return nil
    }
    let handle = name.lowercased()
    _ = run.memberID(of: handle, alsoCalled: name)
    if handle == "automoderator" { run.describe(handle) { $0.kind = .bot } }
    if try object.optionalString("distinguished") == "moderator" {
      run.describe(handle) { $0.role = .moderator }
    }
    return handle
  }

  /// `edited` is false, or when it was edited; in old dumps it may be true without a time.
  private func edited() throws(RecordFault) -> Timestamp? {
    object.kind("edited") == .bool ? nil : try object.optionalTime("edited", .seconds)
  }

  private func url(_ run: ImportRun) throws(RecordFault) -> String? {
    if let path = try object.optionalString("permalink") { return "\(run.site)\(path)" }
    guard isComment, let link = try object.optionalString("link_id") else { return nil }
    let place = "\(run.site)/r/\(channel.name)/comments/"
    return "\(place)\(link.dropFirst("t3_".count))/_/\(try object.id("id"))/"
  }

  private func addText(
    to item: inout Item, _ author: String?, _ run: inout ImportRun
  ) throws(RecordFault) {
    let text = try object.optionalString(isComment ? "body" : "selftext")
    // A link that was taken back has no text that would say so.
    let isGone = try object.optionalString("removed_by_category") != nil
    if isGone || text.map(RedditThing.gone.contains) == true {
      return item.setDeletedAtUnknownTime()
    }
    let title = try object.optionalString("title")
    item.setTitle(title.map { RedditText.body($0, author: author, &run).text })
    if let text { item.setBody(RedditText.body(text, author: author, &run), .markdown) }
  }
}
