internal import Basics
internal import MarkdownHTML

/// A job that people want done: one file of `Content/jobs/`.
struct Job: ContentKind {
  var head = PageHead()
  /// What people write when they have it: matched as whole words, in any case, without accents.
  var phrases: [Placed<String>] = []
  /// What makes it hard.
  var struggle: String?
  /// What people do today instead.
  var workaround: String?
  var communities: [Placed<String>] = []
  var owner: Placed<String>?

  static let folder = ContentFolder.jobs
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Job>]> { \.jobs }
  static let about = """
    A job to be done, in the words of those who have it: the phrases by which its conversations \
    are found, what makes it hard and what people do today instead.
    """

  static let schema = Schema<Job>.page(
    "a job",
    [
      .required("title", .text, "The job in a member's words.") { $0.head.title = $1 },
      .optional("summary", .text, "When it arises and what for, in a sentence or two.") {
        $0.head.summary = $1
      },
      .optional("date", .moment, "When it was written down.") { $0.head.date = $1 },
      .required("phrases", .list(.text), "What people write when they have it.") {
        $0.phrases = $1
      },
      .optional("struggle", .text, "What makes it hard.") { $0.struggle = $1 },
      .optional("workaround", .text, "What people do today instead.") { $0.workaround = $1 },
      .optional(
        "communities", .list(.file(of: .communities)), "Where it is looked for; all by default."
      ) { $0.communities = $1 },
      .optional("owner", .placed(.file(of: .departments)), "The department it concerns most.") {
        $0.owner = $1
      },
    ],
    rules: [
      SchemaRule(at: "phrases", "a job without phrases finds nothing", fix: "name at least one") {
        !$0.phrases.isEmpty
      }
    ])
}
