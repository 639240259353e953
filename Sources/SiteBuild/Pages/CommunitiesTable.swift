internal import Templating

/// All communities side by side, in alphabetical order; never ranked.
struct CommunitiesTable: PageRecord {
  var caption: String
  var rows: [CommunityRow]

  static let recordName = "communities table"
  static let fields: [PageField<CommunitiesTable>] = [
    .text("caption", "What the table shows and for when.") { $0.caption },
    .list("rows", "One row a community.") { $0.rows },
  ]
}

/// One community in the table of all; each value as readers see it.
struct CommunityRow: PageRecord {
  var name: String
  var href: SafeURL
  var kind: String
  var period: String
  var items: String
  var people: String
  var median: String
  var unanswered: String

  static let recordName = "community row"
  static let fields: [PageField<CommunityRow>] = [
    .text("name", "The community's name.") { $0.name },
    .url("href", "Its page.") { $0.href },
    .text("kind", "Platform and kind of place.") { $0.kind },
    .text("period", "The period of the figures: the last full year.") { $0.period },
    .text("items", "Posts, answers and comments in the period.") { $0.items },
    .text("people", "People who posted in the period.") { $0.people },
    .text("median", "Median time to the first response in the period.") { $0.median },
    .text("unanswered", "Questions without a response, of all times.") { $0.unanswered },
  ]
}
