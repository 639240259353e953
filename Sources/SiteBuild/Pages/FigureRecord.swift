internal import Templating

/// A figure as its template reads it: title, drawing, key, source line, data.
struct FigureRecord: PageRecord {
  var id: String
  var number: Int
  var title: String
  var subtitle: String
  var chart: SafeHTML
  /// Whether the drawing is a table, which needs no container to be drawn for.
  var isTable: Bool
  var key: [FigureKeyEntry]
  var source: String
  var csv: SafeURL
  var json: SafeURL
  var svg: SafeURL?
  var method: SafeURL
  var sql: String?
  var licence: Link?
  var table: SafeHTML
  var embedding: String?
  var isSearched: Bool

  static let recordName = "figure"
  static let fields: [PageField<FigureRecord>] = [
    .text("id", "The anchor: `fig-1`.") { $0.id },
    .integer("number", "Counted from 1 on each page.") { $0.number },
    .text("title", "What the figure shows.") { $0.title },
    .text("subtitle", "What is measured, where and when.") { $0.subtitle },
    .html("chart", "The drawing at each width, or the table with drawings.") { $0.chart },
    .boolean("is_table", "Whether the drawing is a table.") { $0.isTable },
    .list("key", "What the bands and discs of the drawing stand for.") { $0.key },
    .text("source", "Source, number of cases and exclusions.") { $0.source },
    .url("csv", "The data as CSV.") { $0.csv },
    .url("json", "The data as JSON.") { $0.json },
    .optionalURL("svg", "The drawing as a file; a table of texts has none.") { $0.svg },
    .url("method", "How it is counted, or what the columns of a query mean.") { $0.method },
    .optionalText("sql", "The query it was drawn from.") { $0.sql },
    .optionalRecord("licence", "The licence of the data.") { $0.licence },
    .html("table", "Every value of the figure; nothing of a folded query with more than 500 rows.")
    { $0.table },
    .optionalText("embedding", "Markup that shows it on another site; none without a base URL.") {
      $0.embedding
    },
    .boolean(
      "is_searched", "Whether the site has a search; its index leaves out what is folded away."
    ) { $0.isSearched },
  ]
}

/// One line of the key under a figure.
struct FigureKeyEntry: PageRecord {
  var mark: String
  var isBand: Bool
  var isUsualRange: Bool
  var title: String
  var href: SafeURL?
  var dates: String

  static let recordName = "key entry"
  static let fields: [PageField<FigureKeyEntry>] = [
    .text("mark", "The letter of a campaign, the number of an event; none of the usual range.") {
      $0.mark
    },
    .boolean("is_band", "Whether it is a campaign, drawn as a band.") { $0.isBand },
    .boolean("is_usual_range", "Whether it is the usual range, a strip behind the line.") {
      $0.isUsualRange
    },
    .text("title", "Its name.") { $0.title },
    .optionalURL("href", "Where more is told.") { $0.href },
    .text("dates", "When it was; of the usual range, what it is.") { $0.dates },
  ]
}

/// A figure rendered by itself, to stand in an author's text.
struct FigureFragment: PageKind {
  var figure: FigureRecord

  static let recordName = "figure fragment"
  static let template = "figure.html"
  static let fields: [PageField<FigureFragment>] = [
    .record("figure", "The figure.") { $0.figure }
  ]
}
