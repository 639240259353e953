internal import MarkdownHTML
internal import Measures
internal import Templating

/// Key figures with small drawings: the body of a `figures` block.
struct KeyFiguresRequest: Sendable {
  var community: String?
  /// `contributors`, `time_to_first_response.median`.
  var metrics: [Placed<String>] = []
  /// A query of the page, in place of metrics: a figure a row.
  var query: String?
  var columns = QueryColumns()

  static let schema = Schema<KeyFiguresRequest>(
    kind: "key figures",
    keys: [
      .optional("metrics", .list(.text), "At most four metrics, each with its part.") {
        $0.metrics = $1
      },
      .optional("community", .slug, "Of which community; needed where there are several.") {
        $0.community = $1
      },
      .optional("query", .text, "In place of metrics: a query of the page, a figure a row.") {
        $0.query = $1
      },
      .optional("label", .text, "The query's column that names; the first by default.") {
        $0.columns.label = $1
      },
      .optional("value", .text, "Its column of values; the first of numbers by default.") {
        $0.columns.value = $1
      },
      .optional("unit", .oneOf, "What its values count; plain numbers by default.") {
        $0.columns.unit = $1
      },
    ],
    rules: [
      SchemaRule(
        at: "metrics", with: ["query"], "key figures are `metrics` or a `query`",
        fix: "add `metrics:` with a list of them, or `query:`"
      ) { $0.metrics.isEmpty == ($0.query != nil) }
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
