internal import Basics
internal import MarkdownHTML

/// A finding: one file of `Content/insights/`.
struct Insight: Sendable {
  var title = ""
  var summary = ""
  var date = CalendarDay(daysSinceEpoch: 0)
  /// The role of who wrote it, not the name.
  var author: String?
  var communities: [Placed<String>] = []
  /// Ids of items the finding rests on, as `community/id`.
  var sources: [Placed<String>] = []
  var isDraft = false

  static let schema = Schema<Insight>(
    kind: "an insight",
    keys: [
      .required("title", .text, "The claim, as a sentence of 4 to 10 words.") { $0.title = $1 },
      .required("summary", .text, "What it says in a sentence or two.") { $0.summary = $1 },
      .required("date", .day, "The day it is published.") { $0.date = $1 },
      .required("communities", .list(.slug), "The communities it is about.") {
        $0.communities = $1
      },
      .optional("author", .text, "The role of who wrote it.") { $0.author = $1 },
      .optional("sources", .list(.text), "Items it rests on, as `community/item id`.") {
        $0.sources = $1
      },
      .optional("draft", .flag, "Whether it stays out of the public edition.") { $0.isDraft = $1 },
    ])
}
