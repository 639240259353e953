internal import Basics

/// A page of plain text: one file of `Content/pages/`.
struct PlainPageFile: ContentKind {
  var head = PageHead()
  var listsHeadings = false

  static let folder = ContentFolder.pages
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<PlainPageFile>]> { \.pages }
  static let about = """
    About, imprint, anything: a page of its own at the top of the site. `method.md` is the text of \
    the method page.
    """

  static let schema = Schema<PlainPageFile>.page(
    "a page",
    [
      .required("title", .text, "The page's title.") { $0.head.title = $1 },
      .optional("summary", .text, "What it says, in a sentence.") { $0.head.summary = $1 },
      .optional("date", .moment, "When it is published.") { $0.head.date = $1 },
      .optional("toc", .flag, "Whether its headings are listed above its text.") {
        $0.listsHeadings = $1
      },
    ])
}
