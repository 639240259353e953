internal import Basics

/// A page of a plain section: one file of a folder of `Content/` that is not listed.
///
/// `index.md` is the text above the section's list, and its title the section's.
struct SectionPageFile: PageFields {
  var head = PageHead()

  static let schema = Schema<SectionPageFile>.page(
    "a page",
    [
      .required("title", .text, "The page's title.") { $0.head.title = $1 },
      .optional("summary", .text, "What it says, in a sentence.") { $0.head.summary = $1 },
      .optional("date", .moment, "When it is published; the list runs from the newest.") {
        $0.head.date = $1
      },
    ])
}
