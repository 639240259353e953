internal import Templating

/// The list of all insights.
struct InsightsPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var insights: [InsightCard]

  static let recordName = "insights page"
  static let template = "insights.html"
  static let fields: [PageField<InsightsPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("insights", "All insights, newest first.") { $0.insights },
  ]
}

/// One insight.
struct InsightPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var insight: InsightBody

  static let recordName = "insight page"
  static let template = "insight.html"
  static let fields: [PageField<InsightPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("insight", "The insight.") { $0.insight },
  ]
}

/// What the page of an insight shows.
struct InsightBody: PageRecord {
  var card: InsightCard
  var author: String?
  var communities: [Link]
  var body: SafeHTML
  var sources: [Link]
  var previous: Link?
  var next: Link?

  static let recordName = "insight"
  static let fields: [PageField<InsightBody>] = [
    .text("title", "The claim.") { $0.card.title },
    .text("summary", "What it says in a sentence or two.") { $0.card.summary },
    .text("date", "The day it was published.") { $0.card.date },
    .integer("minutes", "Reading time.") { $0.card.minutes },
    .optionalText("author", "The role of who wrote it.") { $0.author },
    .list("communities", "The communities it is about.") { $0.communities },
    .html("body", "The text with its figures and quotes.") { $0.body },
    .list("sources", "The places and posts behind it.") { $0.sources },
    .optionalRecord("previous", "The insight published before it.") { $0.previous },
    .optionalRecord("next", "The insight published after it.") { $0.next },
  ]
}
