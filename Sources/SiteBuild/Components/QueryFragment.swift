internal import Templating

/// A query with what it gave, folded away, to stand in an author's text.
struct QueryFragment: PageKind {
  var figure: FigureRecord

  static let recordName = "query"
  static let template = "query.html"
  static let fields: [PageField<QueryFragment>] = [
    .record("figure", "The query, its table and its files; it has no number.") { $0.figure }
  ]
}
