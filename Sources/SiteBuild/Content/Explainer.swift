internal import Basics
internal import MarkdownHTML

/// Something we know and others wonder about: one file of `Content/explainers/`.
struct Explainer: ContentKind {
  var head = PageHead()
  /// What is often believed, where the explainer clears something up.
  var misconception: String?
  /// The role of who can vouch for it.
  var checkedBy: String?
  var communities: [Placed<String>] = []
  var departments: [Placed<String>] = []
  var jobs: [Placed<String>] = []
  /// Ids of items that ask for it, as `community/id`.
  var sources: [Placed<String>] = []

  static let folder = ContentFolder.explainers
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Explainer>]> { \.explainers }
  static let about = "Insider information for those who ask, and misconceptions cleared up."

  static let schema = Schema<Explainer>.page(
    "an explainer",
    [
      .required("title", .text, "What it explains.") { $0.head.title = $1 },
      .required("summary", .text, "The short answer, in a sentence or two.") {
        $0.head.summary = $1
      },
      .required("date", .moment, "When it is published.") { $0.head.date = $1 },
      .optional("misconception", .text, "What is often believed instead.") {
        $0.misconception = $1
      },
      .optional("checked_by", .text, "The role of who can vouch for it.") { $0.checkedBy = $1 },
      .optional("communities", .list(.file(of: .communities)), "Where people asked.") {
        $0.communities = $1
      },
      .optional("departments", .list(.file(of: .departments)), "Whose subject it is.") {
        $0.departments = $1
      },
      .optional("jobs", .list(.file(of: .jobs)), "The jobs it helps with.") { $0.jobs = $1 },
      .optional("sources", .list(.text), "Items that ask for it, as `community/item id`.") {
        $0.sources = $1
      },
    ])
}
