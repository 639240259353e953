internal import Basics
internal import CommunityData
internal import JSONText

/// What people wrote as an ActivityPub object: a note, a page, an article, a question, a film, a
/// meeting.
struct ActivityObject {
  static let kinds: Set<String> = [
    "Note", "Page", "Article", "Question", "Video", "Event", "Audio",
  ]

  /// These, and what is done with them, who does it, and what stands in their tags.
  static let knownTypes = kinds.union([
    "Create", "Update", "Announce", "Delete", "Undo", "Tombstone", "ChatMessage", "Person",
    "Service", "Application", "Organization", "Group", "Mention", "Hashtag",
  ])

  let object: SourceObject
  let id: String

  init(_ object: SourceObject) throws(RecordFault) {
    self.object = object
    id = try object.string("id")
  }

  /// Whether it was written to everybody; one that names no addressees was found on a public page.
  func isPublic() throws(RecordFault) -> Bool {
    guard object.has("to") || object.has("cc") else { return true }
    return try object.addressees().contains(where: ActivityAddress.isPublic)
  }

  /// Whether it was written to a group, or to whoever follows its author.
  func isToMany(_ people: ActivityPeople) throws(RecordFault) -> Bool {
    try object.addressees().contains { people.isGroup($0) || $0.hasSuffix("/followers") }
  }

  func item(_ people: ActivityPeople, _ run: inout ImportRun) throws(RecordFault) -> Item {
    let author = try object.oneOrMore("attributedTo").first
    let parent = try object.oneOrMore("inReplyTo").first
    var item = Item(
      id: ActivityAddress.withoutNames(id), type: parent == nil ? .post : .reply,
      attributedTo: people.member(author, &run), published: try object.time("published"))
    item.updated = run.known(try object.optionalTime("updated"))
    item.deleted = run.known(people.deletions[id])
    if people.undatedDeletions.contains(id), people.deletions[id] == nil {
      item.setDeletedAtUnknownTime()
    }
    item.inReplyTo = parent.map(ActivityAddress.withoutNames)
    let (conversation, context) = (
      try object.optionalString("conversation"),
      object.kind("context") == .string ? try object.optionalString("context") : nil
    )
    item.context = (conversation ?? context).map(ActivityAddress.withoutNames)
    item.channel = try people.channel(of: object)
    item.url = try url(run)
    item.language = try language()
    item.reactions = try reactions()
    try addTags(to: &item)
    // An archive has what was written beside its deletion.
    if !people.isDeleted(id) { try addBody(to: &item, author, people, &run) }
    return item
  }

  /// A permalink that tells the author's name is kept only where people agreed.
  private func url(_ run: ImportRun) throws(RecordFault) -> String? {
    let stated = object.kind("url") == .string ? try object.optionalString("url") : nil
    // A page that shares a link gives that as its address.
    let isOwn = stated.map { ActivityAddress.host(of: $0) == ActivityAddress.host(of: id) } ?? false
    let address = isOwn ? stated ?? id : id
    guard address.hasPrefix("http") else { return nil }
    let mayName = run.request.scope == .withConsent
    return mayName || !ActivityAddress.namesSomebody(address) ? address : nil
  }

  private func language() throws(RecordFault) -> String? {
    if object.kind("language") == .object {
      return try object.object("language")?.optionalString("identifier")
    }
    guard object.kind("contentMap") == .object, let map = try object.object("contentMap"),
      map.names.count == 1
    else { return nil }
    return map.names.first
  }

  private func reactions() throws(RecordFault) -> [Reaction] {
    var found: [Reaction] = []
    for (name, label) in [("likes", "like"), ("shares", "boost")] as [(StaticString, String)] {
      guard object.kind(name) == .object,
        let count = try object.object(name)?.optionalNumber("totalItems")
      else { continue }
      found.append(Reaction(name: label, count: count))
    }
    return found
  }

  private func addTags(to item: inout Item) throws(RecordFault) {
    for tag in try object.looseObjects("tag") where try tag.activityType() == "Hashtag" {
      if let name = try tag.optionalString("name") {
        item.tag.append(String(name.drop { $0 == "#" }).lowercased())
      }
    }
  }

  private func addBody(
    to item: inout Item, _ author: String?, _ people: ActivityPeople, _ run: inout ImportRun
  ) throws(RecordFault) {
    let warning = try object.optionalString("summary").map { "<p>\($0)</p>\n" } ?? ""
    let html = Array(warning.utf8) + (try object.bytes("content") ?? [])
    let mentions = try ActivityMentions(object, author: author)
    item.setTitle(try object.optionalString("name")) { text, start in
      mentions.names.mention(in: text, from: start, author: author, &run)
    }
    item.name = item.name.map { ProfileAddress.fediverse.masked(in: $0) }
    var body = Minimisation.minimised(html: html) { tag, words in
      mentions.meaning(of: tag, words, people, &run)
    } mentions: { text, start in
      mentions.names.mention(in: text, from: start, author: author, &run)
    }
    body.text = ProfileAddress.fediverse.masked(in: body.text)
    item.setBody(body, .html)
  }
}
