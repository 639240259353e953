internal import MarkdownHTML
internal import Measures
internal import Templating

/// Key figures with small drawings: the body of a `figures` block.
struct KeyFiguresRequest: Sendable {
  var community: String?
  /// `contributors`, `time_to_first_response.median`.
  var metrics: [Placed<String>] = []

  static let schema = Schema<KeyFiguresRequest>(
    kind: "key figures",
    keys: [
      .required("metrics", .list(.text), "At most four metrics, each with its part.") {
        $0.metrics = $1
      },
      .optional("community", .slug, "Of which community; needed where there are several.") {
        $0.community = $1
      },
    ])
}

/// Key figures rendered by themselves, to stand in an author's text.
struct KeyFiguresFragment: PageKind {
  var keyFigures: [KeyFigure]

  static let recordName = "key figures"
  static let template = "key-figures.html"
  static let fields: [PageField<KeyFiguresFragment>] = [
    .list("key_figures", "The figures.") { $0.keyFigures }
  ]
}
