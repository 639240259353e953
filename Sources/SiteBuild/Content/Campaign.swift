internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// A campaign with its days, or an event with its day: one file of `Content/campaigns/`.
struct Campaign: ContentKind {
  var head = PageHead()
  var from = CalendarDay(daysSinceEpoch: 0)
  /// The last day; nil for an event.
  var to: CalendarDay?
  var communities: [Placed<String>] = []
  /// What a campaign was to achieve.
  var aim: String?
  var departments: [Placed<String>] = []
  var link: WebAddress?

  var title: String { head.title }

  static let folder = ContentFolder.campaigns
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Campaign>]> { \.campaigns }
  static let about = """
    A campaign, from a first to a last day, or an event of one day such as a release or an \
    incident. Both are laid over the lines of the communities where they were felt.
    """

  static let schema = Schema<Campaign>.page(
    "a campaign or event",
    [
      .required("title", .text, "A short name.") { $0.head.title = $1 },
      .optional("summary", .text, "What it was, in a sentence or two.") { $0.head.summary = $1 },
      .required("date", .moment, "The day, or the first day.") {
        $0.head.date = $1
        $0.from = $1.day
      },
      .optional("until", .day, "The last day of a campaign; events have none.") { $0.to = $1 },
      .required("communities", .list(.file(of: .communities)), "Where it was felt.") {
        $0.communities = $1
      },
      .optional("aim", .text, "What the campaign is to achieve.") { $0.aim = $1 },
      .optional("departments", .list(.file(of: .departments)), "Whose campaign it is.") {
        $0.departments = $1
      },
      .optional("link", .address, "Where more is told.") { $0.link = $1 },
    ],
    rules: [
      SchemaRule(
        at: "until", with: ["date"], "the last day lies before the first", fix: "swap them"
      ) { campaign in
        campaign.to.map { $0 >= campaign.from } ?? true
      }
    ])
}
