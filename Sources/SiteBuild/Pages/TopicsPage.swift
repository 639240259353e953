internal import Templating

/// What each community talks about, and which words rise.
struct TopicsPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var communities: [TopicsOfCommunity]

  static let recordName = "topics page"
  static let template = "topics.html"
  static let fields: [PageField<TopicsPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("communities", "Those whose topics are measured, by name.") { $0.communities },
  ]
}

/// The topics of one community.
struct TopicsOfCommunity: PageRecord {
  var id: String
  var name: String
  var href: SafeURL
  var figures: [FigureRecord]

  static let recordName = "topics of a community"
  static let fields: [PageField<TopicsOfCommunity>] = [
    .text("id", "Its place on the page.") { $0.id },
    .text("name", "The community's name.") { $0.name },
    .url("href", "Its page.") { $0.href },
    .list("figures", "Topics by conversations, and rising words.") { $0.figures },
  ]
}
