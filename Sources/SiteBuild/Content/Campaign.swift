internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// A campaign with its days, or an event with its day: one file of `Content/campaigns/`.
struct Campaign: Sendable {
  var title = ""
  var from = CalendarDay(daysSinceEpoch: 0)
  /// The last day; nil for an event.
  var to: CalendarDay?
  var communities: [Placed<String>] = []
  var link: WebAddress?

  static let schema = Schema<Campaign>(
    kind: "a campaign or event",
    keys: [
      .required("title", .text, "A short name.") { $0.title = $1 },
      .required("date", .day, "The day, or the first day.") { $0.from = $1 },
      .optional("until", .day, "The last day of a campaign; events have none.") { $0.to = $1 },
      .required("communities", .list(.slug), "Where it was felt.") { $0.communities = $1 },
      .optional("link", .address, "Where more is told.") { $0.link = $1 },
    ])
}
