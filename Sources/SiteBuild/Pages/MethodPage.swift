internal import Templating

/// How each figure is defined and whom it protects.
struct MethodPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var threshold: Int
  var prose: SafeHTML?
  var search: SafeURL?
  var metrics: [MetricRecord]
  var sqlTables: String
  var sqlShare: String

  /// The plain page whose text stands on the method page.
  static let prosePage = "method"

  static let recordName = "method page"
  static let template = "method.html"
  static let fields: [PageField<MethodPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .integer("k", "The fewest people a figure may be about.") { $0.threshold },
    .optionalHTML("prose", "The text of the site's own page `method`, if there is one.") {
      $0.prose
    },
    .optionalURL("search", "The page that runs a script, on sites with a search.") { $0.search },
    .list("metrics", "Every metric of this edition.") { $0.metrics },
    .text("sql_tables", "SQL: the tables that the queries of the metrics read.") { $0.sqlTables },
    .text("sql_share", "SQL: how hits become a share with its interval.") { $0.sqlShare },
  ]
}

/// One metric by itself.
struct MetricPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var threshold: Int
  var metric: MetricRecord

  static let recordName = "metric page"
  static let template = "metric.html"
  static let fields: [PageField<MetricPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .integer("k", "The fewest people a figure may be about.") { $0.threshold },
    .record("metric", "The metric.") { $0.metric },
  ]
}

/// One metric's definition.
struct MetricRecord: PageRecord {
  var id: String
  var href: SafeURL
  var title: String
  var definition: String
  var formula: String
  var parts: [MetricPart]
  var needs: String?
  var isAboutPeople: Bool
  var weaknesses: [MetricWeakness]
  var source: String
  var example: SafeHTML
  var method: SafeURL
  var sql: String
  var sqlShare: String?

  static let recordName = "metric"
  static let fields: [PageField<MetricRecord>] = [
    .text("id", "Its name in the data.") { $0.id },
    .url("href", "Its page.") { $0.href },
    .text("title", "Its name in words.") { $0.title },
    .text("definition", "One sentence a reader without statistics understands.") {
      $0.definition
    },
    .text("formula", "Numerator, denominator and boundaries.") { $0.formula },
    .list("parts", "The numbers it has.") { $0.parts },
    .optionalText("needs", "What a source must tell for it to be measurable.") { $0.needs },
    .boolean("is_about_people", "Whether the threshold binds it.") { $0.isAboutPeople },
    .list("weaknesses", "What it cannot tell.") { $0.weaknesses },
    .text("source", "Where the definition comes from.") { $0.source },
    .html("example", "A small case counted by hand.") { $0.example },
    .url("method", "The method page, with the tables that its SQL reads.") { $0.method },
    .text("sql", "The same in SQL, over the tables of the method page.") { $0.sql },
    .optionalText("sql_share", "How its hits become shares, where the SQL tells hits.") {
      $0.sqlShare
    },
  ]
}

/// One number of a metric.
struct MetricPart: PageRecord {
  var name: String
  var unit: String
  var meaning: String

  static let recordName = "metric part"
  static let fields: [PageField<MetricPart>] = [
    .text("name", "Its name in the data.") { $0.name },
    .text("unit", "What it counts in.") { $0.unit },
    .text("meaning", "What it says.") { $0.meaning },
  ]
}

/// One thing a metric cannot tell.
struct MetricWeakness: PageRecord {
  var text: String

  static let recordName = "weakness"
  static let fields: [PageField<MetricWeakness>] = [.text("text", "In a sentence.") { $0.text }]
}
