internal import Basics
internal import MarkdownHTML
internal import Measures

/// From what the organisation wants to how it will know: one file of `Content/strategy/`.
///
/// Links may be missing, since a chain is written from one end; the build flags where it breaks off.
struct StrategyChain: ContentKind {
  var head = PageHead()
  /// What people would do, if it went well.
  var behaviour: String?
  /// What we do for that.
  var engagement: String?
  var measure: Placed<MetricName>?
  /// The value the measure is to reach, in words.
  var target: String?
  /// The day on which the chain is looked at again.
  var review: Placed<CalendarDay>?
  var owner: Placed<String>?
  var communities: [Placed<String>] = []
  var jobs: [Placed<String>] = []

  static let folder = ContentFolder.strategy
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<StrategyChain>]> { \.strategy }
  static let about = """
    One chain from a business objective over the social behaviour that would serve it and the \
    engagement planned for that to a measure and the day it is reviewed. The build flags a chain \
    that breaks off and a review that is overdue.
    """

  static let schema = Schema<StrategyChain>.page(
    "a strategy chain",
    [
      .required("title", .text, "The business objective.") { $0.head.title = $1 },
      .optional("summary", .text, "Why it matters, in a sentence or two.") {
        $0.head.summary = $1
      },
      .optional("date", .moment, "From when on it holds.") { $0.head.date = $1 },
      .optional("behaviour", .text, "What people would do more often, if it went well.") {
        $0.behaviour = $1
      },
      .optional("engagement", .text, "What we do in the communities for that.") {
        $0.engagement = $1
      },
      .optional("measure", .placed(.metric), "The metric that will tell.") { $0.measure = $1 },
      .optional("target", .text, "What the measure is to reach, in words.") { $0.target = $1 },
      .optional("review", .placed(.day), "The day on which it is looked at again.") {
        $0.review = $1
      },
      .optional("owner", .placed(.file(of: .departments)), "The department that answers for it.") {
        $0.owner = $1
      },
      .optional("communities", .list(.file(of: .communities)), "Where it is to be seen.") {
        $0.communities = $1
      },
      .optional("jobs", .list(.file(of: .jobs)), "The jobs it serves.") { $0.jobs = $1 },
    ],
    rules: [
      SchemaRule(
        at: "target", with: ["measure"], "a target without a measure cannot be reached",
        fix: "add `measure:`"
      ) { $0.measure != nil || $0.target == nil }
    ])
}
