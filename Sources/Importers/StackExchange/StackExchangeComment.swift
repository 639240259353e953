internal import Basics
internal import CommunityData

/// A row of Comments.xml: a remark under a question or an answer, in the site's small Markdown.
struct StackExchangeComment {
  let id: Int
  let post: Int
  /// nil when the account is gone, even where a display name is left.
  let author: Int?
  private let published: Timestamp
  private let score: Int?
  private let row: XMLRow

  init(_ row: XMLRow, _ limit: TimeLimit) throws(RecordFault) {
    self.row = row
    id = try row.number("Id")
    post = try row.number("PostId")
    author = try row.optionalNumber("UserId")
    published = try row.time("CreationDate")
    score = try row.optionalNumber("Score")
  }

  /// The comment as an item. A comment on a post that is not in the export keeps the post's id as what
  /// it replies to, but has no thread: the dump does not say which.
  func item(
    _ users: StackExchangeUsers, _ threads: StackExchangeThreads, _ run: inout ImportRun
  ) -> Item {
    let member = author.map { run.memberID(of: String($0)) }
    var item = Item(id: "comment-\(id)", type: .comment, attributedTo: member, published: published)
    item.inReplyTo = "post-\(post)"
    if let thread = threads.thread(of: post) {
      item.context = "post-\(thread)"
      item.url = "\(run.request.origin)/questions/\(thread)#comment\(id)_\(post)"
    }
    addText(
      to: &item,
      StackExchangeMentions(
        users: users, people: threads.people(under: post), isComment: true, author: author), &run
    )
    if run.request.until == nil { item.score = score }
    item.licence =
      row.string("ContentLicense").flatMap(StackExchangeLicence.id(stated:))
      ?? StackExchangeLicence.id(writtenAt: published)
    return item
  }

  private func addText(
    to item: inout Item, _ mentions: StackExchangeMentions, _ run: inout ImportRun
  ) {
    guard let text = row["Text"], !text.isEmpty else { return }
    let nameless = ProfileAddress.stackExchange.masked(in: Array(text))
    let result = Minimisation.minimised(nameless, .markdown) { text, start in
      mentions.resolve(text, from: start) { run.memberID(of: $0) }
    }
    item.setBody(result, .markdown)
    if !result.mentions.isEmpty { item.derived = ["mentions"] }
  }
}
