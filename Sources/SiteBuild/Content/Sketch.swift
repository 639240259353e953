internal import Basics
internal import MarkdownHTML

/// A concept shown to a community before it was built: one file of `Content/sketches/`.
struct Sketch: ContentKind {
  var head = PageHead()
  var communities: [Placed<String>] = []
  /// What people were asked.
  var question = ""
  /// What they said, in our words.
  var said: String?
  /// What was changed after it.
  var changed: String?
  /// What was refused, and why.
  var refused: String?
  /// Ids of items where it was discussed, as `community/id`.
  var sources: [Placed<String>] = []
  var owner: Placed<String>?

  static let folder = ContentFolder.sketches
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Sketch>]> { \.sketches }
  static let about = """
    A concept sketch run past the community: what was asked, what people said, what changed after \
    it and what was refused, with the reason.
    """

  static let schema = Schema<Sketch>.page(
    "a sketch",
    [
      .required("title", .text, "The concept in a few words.") { $0.head.title = $1 },
      .required("summary", .text, "What it would be, in a sentence or two.") {
        $0.head.summary = $1
      },
      .required("date", .moment, "When it was shown.") { $0.head.date = $1 },
      .required("communities", .list(.file(of: .communities)), "Where it was shown.") {
        $0.communities = $1
      },
      .required("question", .text, "What people were asked.") { $0.question = $1 },
      .optional("said", .text, "What they said.") { $0.said = $1 },
      .optional("changed", .text, "What was changed after it.") { $0.changed = $1 },
      .optional("refused", .text, "What was refused, and why.") { $0.refused = $1 },
      .optional("sources", .list(.text), "Items where it was discussed, as `community/item id`.") {
        $0.sources = $1
      },
      .optional("owner", .placed(.file(of: .departments)), "The department whose sketch it is.") {
        $0.owner = $1
      },
    ])
}
