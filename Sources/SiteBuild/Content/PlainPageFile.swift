/// A page of plain text: one file of `Content/pages/`.
struct PlainPageFile: Sendable {
  var title = ""
  var summary: String?

  static let schema = Schema<PlainPageFile>(
    kind: "a page",
    keys: [
      .required("title", .text, "The page's title.") { $0.title = $1 },
      .optional("summary", .text, "What it says, in a sentence.") { $0.summary = $1 },
    ])
}
