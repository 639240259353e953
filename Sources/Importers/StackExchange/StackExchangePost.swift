internal import Basics
internal import CommunityData

/// A row of Posts.xml.
struct StackExchangePost {
  let id: Int
  let type: Int
  let parent: Int?
  /// nil when the account is gone, even where a display name is left.
  let owner: Int?
  let editor: Int?
  private let published: Timestamp
  private let edited: Timestamp?
  private let closed: Timestamp?
  private let score: Int?
  private let accepted: Int?
  private let row: XMLRow

  init(_ row: XMLRow, _ limit: TimeLimit) throws(RecordFault) {
    self.row = row
    id = try row.number("Id")
    type = try row.number("PostTypeId")
    parent = type == 2 ? try row.number("ParentId") : nil
    owner = try row.optionalNumber("OwnerUserId")
    editor = try row.optionalNumber("LastEditorUserId")
    published = try row.time("CreationDate")
    edited = try row.optionalTime("LastEditDate")
    closed = try row.optionalTime("ClosedDate")
    score = try row.optionalNumber("Score")
    accepted = try row.optionalNumber("AcceptedAnswerId")
    for time in [edited, closed] {
      if let time, limit.isAfterExport(time) {
        throw RecordFault(
          row.record, "it is dated after the export was made", detail: time.description)
      }
    }
  }

  /// nil for what is no part of a conversation.
  var itemKind: Item.Kind? {
    switch type {
    case 1: .question
    case 2: .answer
    default: nil
    }
  }

  var typeName: String {
    switch type {
    case 3: "wiki"
    case 4, 5: "tag wiki"
    case 6: "moderator nomination"
    case 7: "wiki placeholder"
    case 8: "privilege wiki"
    default: "post type \(type)"
    }
  }

  /// The post as an item; its author and those it mentions become members of `run`.
  func item(_ kind: Item.Kind, _ users: StackExchangeUsers, _ run: inout ImportRun) -> Item {
    let author = owner.map { run.memberID(of: String($0)) }
    var item = Item(id: "post-\(id)", type: kind, attributedTo: author, published: published)
    item.updated = run.known(edited)
    addTexts(to: &item, users, &run)
    item.inReplyTo = parent.map { "post-\($0)" }
    item.context = "post-\(parent ?? id)"
    item.url = "\(run.request.origin)/\(kind == .question ? "q" : "a")/\(id)"
    item.tag = tags
    item.closed = run.known(closed)
    if item.closed != nil { item.state = "closed" }
    if run.request.until == nil {
      item.score = score
      item.accepted = accepted.map { "post-\($0)" }
    }
    // The text is that of the last edit, so its licence is too.
    item.licence =
      row.string("ContentLicense").flatMap(StackExchangeLicence.id(stated:))
      ?? StackExchangeLicence.id(writtenAt: edited ?? published)
    return item
  }

  private func addTexts(
    to item: inout Item, _ users: StackExchangeUsers, _ run: inout ImportRun
  ) {
    let mentions = StackExchangeMentions(users: users, people: [], isComment: false, author: owner)
    item.name = row["Title"].map { title in
      let result = Minimisation.minimised(title, .plain) { text, start in
        mentions.resolve(text, from: start) { run.memberID(of: $0) }
      }
      return result.text
    }
    guard let body = row["Body"], !body.isEmpty else { return }
    let nameless = ProfileAddress.stackExchange.masked(in: Array(body))
    let result = Minimisation.minimised(nameless, .html) { text, start in
      mentions.resolve(text, from: start) { run.memberID(of: $0) }
    }
    item.content = result.text
    item.mediaType = .html
  }

  /// `<history><sources>`, and in newer dumps `|history|sources|`.
  private var tags: [String] {
    (row["Tags"] ?? []).split { "<>|".utf8.contains($0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
