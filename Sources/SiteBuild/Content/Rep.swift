internal import Basics
internal import MarkdownHTML

/// Who speaks for us in communities: one file of `Content/reps/`.
struct Rep: ContentKind {
  var head = PageHead()
  var role = ""
  var communities: [Placed<String>] = []
  /// Where to write when we have something wrong.
  var contact: ContactAddress?
  var department: Placed<String>?
  var languages: [Placed<String>] = []

  static let folder = ContentFolder.reps
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Rep>]> { \.reps }
  static let about = """
    A person who speaks for the organisation, by their own choice under their own name. Every page \
    of the communities named shows who that is and how to correct us.
    """

  static let schema = Schema<Rep>.page(
    "a rep",
    [
      .required("name", .text, "The person's name, as they want it.") { $0.head.title = $1 },
      .required("role", .text, "What they do.") { $0.role = $1 },
      .optional("summary", .text, "Who they are, in a sentence or two.") { $0.head.summary = $1 },
      .required("communities", .list(.file(of: .communities)), "Where they speak for us.") {
        $0.communities = $1
      },
      .required("contact", .contact, "Where to write when we have something wrong.") {
        $0.contact = $1
      },
      .optional("department", .placed(.file(of: .departments)), "Where they work.") {
        $0.department = $1
      },
      .optional("languages", .list(.language), "The languages they answer in.") {
        $0.languages = $1
      },
    ])
}
