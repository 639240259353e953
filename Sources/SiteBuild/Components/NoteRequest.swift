internal import MarkdownHTML
internal import Templating

/// A callout: the body of a `note` block.
struct NoteRequest: Sendable {
  var title: String?
  var text = ""

  static let schema = Schema<NoteRequest>(
    kind: "a note",
    keys: [
      .required("text", .text, "What it says, as plain text.") { $0.text = $1 },
      .optional("title", .text, "Its heading.") { $0.title = $1 },
    ])
}

/// A callout rendered by itself, to stand in an author's text.
struct NoteFragment: PageKind {
  var note: NoteRequest

  static let recordName = "note"
  static let template = "note.html"
  static let fields: [PageField<NoteFragment>] = [
    .optionalText("title", "Its heading.") { $0.note.title },
    .text("text", "What it says.") { $0.note.text },
  ]
}
