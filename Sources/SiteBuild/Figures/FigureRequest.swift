internal import Basics
internal import MarkdownHTML
internal import Measures

/// What an author, or a page of ours, wants drawn: the body of a `chart` block.
struct FigureRequest: Sendable {
  var title = ""
  /// Empty where a query is drawn.
  var metric = ""
  /// A query of the page, in place of a metric.
  var query: String?
  /// What of the query is drawn, and how.
  var columns = QueryColumns()
  var form: ChartForm?
  var community: String?
  /// Whether the block names it; on a community's own page it need not.
  var isCommunityNamed = false
  /// Where several are compared.
  var communities: [String] = []
  /// What one community is cut by: `channel`.
  var cut: String?
  var highlighted: [String] = []
  var period: Period.Kind?
  var segment = "all"
  var from: CalendarDay?
  var to: CalendarDay?
  /// nil where nothing is said of it.
  var campaigns: Bool?
  /// Remarks at single periods: `2018-Q1: new moderators`.
  var annotations: [String] = []
  /// What the title compares the newest value with; no author gives it.
  var usual: UsualRangeOfValues?

  /// What was asked of a drawing that is made for one metric and does not follow it.
  func keysUnused(by form: ChartForm) -> [String] {
    let hasSteps = form == .boxes || form == .cohorts
    let asked: [(String, Bool)] = [
      ("period", period != nil && !hasSteps), ("from", from != nil), ("to", to != nil),
      ("segment", segment != "all"), ("annotations", !annotations.isEmpty),
    ]
    return asked.filter(\.1).map(\.0)
  }

  /// What was asked of a chart of a query and can be said only of measurements.
  var keysUnusedByQueries: [String] {
    let asked: [(String, Bool)] = [
      ("community", isCommunityNamed), ("communities", !communities.isEmpty),
      ("highlight", !highlighted.isEmpty), ("campaigns", campaigns != nil),
    ]
    return keysUnused(by: .bars) + asked.filter(\.1).map(\.0)
  }

  var showsCampaigns: Bool { campaigns ?? true }

  static let schema = Schema<FigureRequest>(
    kind: "a chart",
    keys: [
      .required("title", .text, "What the figure shows, as a sentence.") { $0.title = $1 },
      .optional("metric", .text, "What is drawn: `activity.items`.") { $0.metric = $1 },
      .optional("query", .text, "In place of a metric: a query of the page, by its name.") {
        $0.query = $1
      },
      .optional("label", .text, "The query's column that names; the first by default.") {
        $0.columns.label = $1
      },
      .optional("value", .text, "Its column of values; the first of numbers by default.") {
        $0.columns.value = $1
      },
      .optional("unit", .oneOf, "What a query's values count; plain numbers by default.") {
        $0.columns.unit = $1
      },
      .optional("subtitle", .text, "What a query's values are, in words.") {
        $0.columns.subtitle = $1
      },
      .optional("community", .slug, "Of which community; needed where there are several.") {
        $0.community = $1
        $0.isCommunityNamed = true
      },
      .optional("form", .oneOf, "The drawing; a line where the metric has a course.") {
        $0.form = $1
      },
      .optional("communities", .list(.slug), "Several to be compared, as bars, slope or multiples.")
      {
        $0.communities = $1.map(\.value)
      },
      .optional("by", .text, "A cut of one community to be compared: `channel`, `starter`.") {
        $0.cut = $1
      },
      .optional("highlight", .list(.text), "Names that a slope or multiples draw in colour.") {
        $0.highlighted = $1.map(\.value)
      },
      .optional("period", .periodKind, "The length of its steps; the shortest shown by default.") {
        $0.period = $1
      },
      .optional("segment", .text, "A cut of the metric: `starter=newcomer`.") { $0.segment = $1 },
      .optional("from", .day, "The first day drawn.") { $0.from = $1 },
      .optional("to", .day, "The last day drawn.") { $0.to = $1 },
      .optional("campaigns", .flag, "Whether campaigns and events are laid over; yes by default.") {
        $0.campaigns = $1
      },
      .optional("annotations", .list(.text), "Remarks at single periods: `2018-Q1: a remark`.") {
        $0.annotations = $1.map(\.value)
      },
    ],
    rules: [
      SchemaRule(
        at: "metric", with: ["query"], "a chart draws a `metric` or a `query`",
        fix: "add `metric:` with the name of one, or `query:`"
      ) { $0.metric.isEmpty == ($0.query != nil) }
    ])
}

/// What of a query a chart draws.
struct QueryColumns: Sendable {
  /// nil is the first.
  var label: String?
  /// nil is the first of numbers.
  var value: String?
  var unit: Unit?
  /// What the values are, in words; nil is the names of the columns.
  var subtitle: String?
}

extension FieldType<Period.Kind> {
  static let periodKind = FieldType(
    name: "one of " + Period.Kind.allCases.map { "`\($0.name)`" }.joined(separator: ", ")
  ) { value in
    Period.Kind.allCases.first { $0.name == value.text }
  }
}
