internal import Basics
internal import MarkdownHTML

/// A finding: one file of `Content/insights/`.
struct Insight: ContentKind {
  var head = PageHead()
  var date = CalendarDay(daysSinceEpoch: 0)
  /// The role of who wrote it, not the name.
  var author: String?
  var communities: [Placed<String>] = []
  /// Ids of items the finding rests on, as `community/id`.
  var sources: [Placed<String>] = []
  /// Whom the finding concerns: their briefs carry it.
  var departments: [Placed<String>] = []
  var jobs: [Placed<String>] = []
  /// What the finding cannot tell.
  var unknown: String?

  static let folder = ContentFolder.insights
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Insight>]> { \.insights }
  static let about = """
    A finding: prose, figures and quotes, with links back to the community and the departments it \
    concerns.
    """

  static let schema = Schema<Insight>.page(
    "an insight",
    [
      .required("title", .text, "The claim, as a sentence of 4 to 10 words.") {
        $0.head.title = $1
      },
      .required("summary", .text, "What it says in a sentence or two.") { $0.head.summary = $1 },
      .required("date", .moment, "When it is published.") {
        $0.head.date = $1
        $0.date = $1.day
      },
      .required("communities", .list(.file(of: .communities)), "The communities it is about.") {
        $0.communities = $1
      },
      .optional("author", .text, "The role of who wrote it.") { $0.author = $1 },
      .optional("sources", .list(.text), "Items it rests on, as `community/item id`.") {
        $0.sources = $1
      },
      .optional("departments", .list(.file(of: .departments)), "Whom it concerns.") {
        $0.departments = $1
      },
      .optional("jobs", .list(.file(of: .jobs)), "The jobs it is about.") { $0.jobs = $1 },
      .optional("unknown", .text, "What it cannot tell, for the end of its briefs.") {
        $0.unknown = $1
      },
    ])
}
