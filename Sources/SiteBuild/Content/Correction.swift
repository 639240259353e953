internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// Whether somebody says that we are wrong, or that they see it otherwise.
enum CorrectionKind: String, Sendable, CaseIterable {
  case correction, dissent
}

/// A community's word about what we wrote: one file of `Content/corrections/`.
struct Correction: ContentKind {
  var head = PageHead()
  var kind = CorrectionKind.correction
  /// The pages it is about, as `insights/first-reply`.
  var about: [Placed<String>] = []
  var community: Placed<String>?
  /// Where it was said.
  var link: WebAddress?
  /// What we did about it.
  var answer: String?

  static let folder = ContentFolder.corrections
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<Correction>]> { \.corrections }
  static let about = """
    A community's correction or dissent, dated, shown on the pages it is about and kept across \
    editions.
    """

  static let schema = Schema<Correction>.page(
    "a correction",
    [
      .required("title", .text, "What is corrected or disputed.") { $0.head.title = $1 },
      .optional("summary", .text, "In a sentence or two.") { $0.head.summary = $1 },
      .required("date", .moment, "When it was said.") { $0.head.date = $1 },
      .required("kind", .oneOf, "Whether we were wrong or are contradicted.") { $0.kind = $1 },
      .required("about", .list(.page), "The pages it is about.") { $0.about = $1 },
      .optional("community", .placed(.file(of: .communities)), "Whose word it is.") {
        $0.community = $1
      },
      .optional("link", .address, "Where it was said.") { $0.link = $1 },
      .optional("answer", .text, "What we did about it.") { $0.answer = $1 },
    ])
}
