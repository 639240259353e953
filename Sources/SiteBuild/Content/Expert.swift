internal import Basics
internal import MarkdownHTML

/// Somebody who agreed to be asked: one file of `Content/experts/`.
struct Expert: ContentKind {
  var head = PageHead()
  /// The person's random id in the consent ledger: shown only while a grant is live.
  var person = Placed(value: "", place: YAMLPlace(line: 1, column: 1))
  var role: String?
  var subjects: [Placed<String>] = []
  var contact: ContactAddress?
  var languages: [Placed<String>] = []
  var communities: [Placed<String>] = []

  static let folder = ContentFolder.experts
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Expert>]> { \.experts }
  static let about = """
    A subject-matter expert who agreed to be contacted. The page is built only while the consent \
    ledger holds a live `expert` grant of the person, and names them only with a live `name` grant.
    """

  static let schema = Schema<Expert>.page(
    "an expert",
    [
      .required("name", .text, "The person's name.") { $0.head.title = $1 },
      .required("person", .placed(.ledgerID("p")), "Their random id in the consent ledger.") {
        $0.person = $1
      },
      .optional("summary", .text, "What they can be asked, in a sentence or two.") {
        $0.head.summary = $1
      },
      .optional("role", .text, "What they do.") { $0.role = $1 },
      .required("subjects", .list(.text), "What they know about.") { $0.subjects = $1 },
      .required("contact", .contact, "How to reach them.") { $0.contact = $1 },
      .optional("languages", .list(.language), "The languages they answer in.") {
        $0.languages = $1
      },
      .optional("communities", .list(.file(of: .communities)), "Where they can be met.") {
        $0.communities = $1
      },
    ])
}
