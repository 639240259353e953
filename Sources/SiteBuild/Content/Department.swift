internal import Basics
internal import MarkdownHTML

/// One department and what it wants to hear about: one file of `Content/departments/`.
struct Department: ContentKind {
  var head = PageHead()
  /// The role that answers for what the brief asks of it.
  var owner = ""
  var jobs: [Placed<String>] = []
  /// Words and tags: what is about one of them is in the brief.
  var topics: [Placed<String>] = []
  var communities: [Placed<String>] = []

  static let folder = ContentFolder.departments
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Department>]> { \.departments }
  static let about = """
    One department with its interests: its brief is cut from the insights, jobs, criticism and \
    conversations that touch them.
    """

  static let schema = Schema<Department>.page(
    "a department",
    [
      .required("name", .text, "The department's name.") { $0.head.title = $1 },
      .optional("summary", .text, "What it does, in a sentence or two.") {
        $0.head.summary = $1
      },
      .required("owner", .text, "The role that answers for it.") { $0.owner = $1 },
      .optional("jobs", .list(.file(of: .jobs)), "The jobs it serves.") { $0.jobs = $1 },
      .optional("topics", .list(.text), "Tags and words it wants to hear about.") {
        $0.topics = $1
      },
      .optional("communities", .list(.file(of: .communities)), "The communities it follows.") {
        $0.communities = $1
      },
    ],
    rules: [
      SchemaRule(
        at: "owner", with: ["jobs", "topics", "communities"],
        "a department without interests gets an empty brief",
        fix: "add `jobs:`, `topics:` or `communities:`"
      ) {
        !($0.jobs.isEmpty && $0.topics.isEmpty && $0.communities.isEmpty)
      }
    ])
}
