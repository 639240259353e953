internal import Basics
internal import CommunityData
internal import JSONText

/// An issue, pull request or discussion with what hangs on it, or a comment by itself.
struct GitHubThread {
  let repository: String
  let names: MentionNames

  /// The items of a record, nil for each review that says nothing.
  func things(
    in object: SourceObject, _ run: inout ImportRun
  ) throws(RecordFault) -> [Item?] {
    guard let number = try object.optionalNumber("number") else {
      return [try lone(object, &run)]
    }
    let root = try issue(object, number: number, &run)
    var items: [Item?] = [root]
    for comment in try comments(object) {
      items += try branch(comment, under: root.id, root.id, &run)
    }
    let (reviews, listed) = (try object.objects("reviews"), try object.objects("reviews_data"))
    for review in reviews + listed {
      items += try self.review(review, root: root.id, &run)
    }
    // Perceval writes an empty object where there are none.
    for comment in object.objectElements("review_comments_data") {
      items.append(try self.comment(comment, under: root.id, root: root.id, &run))
    }
    return items
  }

  /// Comments stand in a list, or in GraphQL's connection around one; REST gives their number.
  private func comments(_ object: SourceObject) throws(RecordFault) -> [SourceObject] {
    switch object.kind("comments") {
    case .array: return try object.objects("comments")
    case .object: return try object.object("comments")?.objects("nodes") ?? []
    default: return try object.objects("comments_data")
    }
  }

  private func issue(
    _ object: SourceObject, number: Int, _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    let isDiscussion = object.has("category")
    var item = try item(
      object, id: "\(repository)#\(number)", type: isDiscussion ? .post : .issue, &run)
    let title = try object.optionalString("title").map { ProfileAddress.gitHub.masked(in: $0) }
    item.setTitle(title, .markdown) { text, start in
      names.mention(in: text, from: start, author: nil, &run)
    }
    item.context = item.id
    item.tag = try labels(object)
    let (rest, graph) = (
      try object.optionalTime("closed_at"), try object.optionalTime("closedAt")
    )
    item.closed = run.known(rest ?? graph)
    item.state = try object.optionalString("state")?.lowercased()
    if try isMerged(object) { item.state = "merged" }
    if isDiscussion { try addAnswer(to: &item, object) }
    return item
  }

  /// A list of issues says of a pull request in an object of its own when it was merged.
  private func isMerged(_ object: SourceObject) throws(RecordFault) -> Bool {
    if object.has("mergedAt") || object.has("merged_at") { return true }
    guard object.kind("pull_request") == .object else { return false }
    return try object.object("pull_request")?.has("merged_at") ?? false
  }

  private func addAnswer(to item: inout Item, _ object: SourceObject) throws(RecordFault) {
    if try object.object("category")?.flag("isAnswerable") ?? false { item.type = .question }
    item.score = try object.optionalNumber("upvoteCount")
    guard let answer = try object.object("answer") else { return }
    item.type = .question
    item.accepted = "comment-\(try answer.id("id"))"
  }

  private func labels(_ object: SourceObject) throws(RecordFault) -> [String] {
    if object.kind("labels") == .object {
      return try object.object("labels")?.texts("nodes", orField: "name") ?? []
    }
    return try object.texts("labels", orField: "name")
  }

  /// A comment and the replies to it.
  private func branch(
    _ object: SourceObject, under parent: String, _ root: String, _ run: inout ImportRun
  ) throws(RecordFault) -> [Item] {
    let comment = try comment(object, under: parent, root: root, &run)
    var items = [comment]
    let replies = try object.object("replies")?.objects("nodes") ?? []
    for reply in replies {
      items.append(try self.comment(reply, under: comment.id, root: root, &run))
    }
    return items
  }

  /// A review is an item when it says something; remarks on its lines have its author.
  private func review(
    _ object: SourceObject, root: String, _ run: inout ImportRun
  ) throws(RecordFault) -> [Item?] {
    let author = try GitHubThing(object: object).author(&run)
    let hasWords = try object.optionalString("body") != nil
    var items: [Item?] = [hasWords ? try comment(object, under: root, root: root, &run) : nil]
    for remark in try object.objects("comments") {
      var item = try comment(remark, under: root, root: root, &run, by: author)
      if !remark.has("author") { item.derived.append("attributedTo") }
      items.append(item)
    }
    return items
  }

  private func comment(
    _ object: SourceObject, under parent: String, root: String, _ run: inout ImportRun,
    by author: String? = nil
  ) throws(RecordFault) -> Item {
    let stated = try object.optionalID("id").map { "comment-\($0)" }
    let material = try idMaterial(object, root, author)
    var item = try item(
      object, id: stated ?? run.madeID(of: material), type: .comment, &run, by: author)
    if stated == nil { item.derived.append("id") }
    item.context = root
    let answered = try object.optionalID("in_reply_to_id")
    item.inReplyTo = answered.map { "comment-\($0)" } ?? parent
    item.score = try object.optionalNumber("upvoteCount")
    if try object.flag("isAnswer") { item.type = .answer }
    return item
  }

  /// A comment that a REST answer lists by itself: its address tells what it hangs on.
  private func lone(
    _ object: SourceObject, _ run: inout ImportRun
  ) throws(RecordFault) -> Item? {
    var number: Int?
    for name in ["issue_url", "pull_request_url", "html_url"] as [StaticString] {
      if number == nil, let address = try object.optionalString(name) {
        number = GitHubAddress.number(in: address)
      }
    }
    guard let number else { throw object.fault("it is no issue, discussion or comment") }
    let root = "\(repository)#\(number)"
    let isReview = object.has("submitted_at")
    if isReview, try object.optionalString("body") == nil { return nil }
    return try comment(object, under: root, root: root, &run)
  }

  private func idMaterial(
    _ object: SourceObject, _ root: String, _ author: String?
  ) throws(RecordFault) -> [UInt8] {
    let named = object.kind("author") == .string ? try object.optionalString("author") : nil
    let time = try GitHubThing(object: object).published()
    let head = "\(root)\u{0}\(named ?? author ?? "")\u{0}\(time)\u{0}"
    let body = try object.bytes("body") ?? []
    return Array(head.utf8) + body
  }

  // MARK: What all have

  private func item(
    _ object: SourceObject, id: String, type: Item.Kind, _ run: inout ImportRun,
    by reviewer: String? = nil
  ) throws(RecordFault) -> Item {
    let thing = GitHubThing(object: object)
    let author = try thing.author(&run) ?? reviewer
    try thing.describe(author, &run)
    var item = Item(
      id: id, type: type, attributedTo: author.map { run.memberID(of: $0) },
      published: try thing.published())
    item.updated = run.known(try thing.edited(isComment: type == .comment))
    item.channel = repository
    item.url = try thing.url()
    item.reactions = try thing.reactions()
    if let body = try object.bytes("body") {
      let words = ProfileAddress.gitHub.masked(in: body)
      let text = Minimisation.minimised(words, .markdown) { text, start in
        names.mention(in: text, from: start, author: author, &run)
      }
      item.setBody(text, .markdown)
    }
    return item
  }
}
