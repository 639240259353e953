internal import Templating

/// An insight as lists show it.
struct InsightCard: PageRecord {
  var title: String
  var href: SafeURL
  var summary: String
  /// The day as `2018-09-04`.
  var date: String
  var minutes: Int

  static let recordName = "insight card"
  static let fields: [PageField<InsightCard>] = [
    .text("title", "The claim.") { $0.title },
    .url("href", "The insight's page.") { $0.href },
    .text("summary", "What it says in a sentence or two.") { $0.summary },
    .text("date", "The day it was published.") { $0.date },
    .integer("minutes", "Reading time.") { $0.minutes },
  ]
}
