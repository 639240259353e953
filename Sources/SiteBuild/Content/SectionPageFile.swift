internal import Basics
internal import MarkdownHTML

/// A page of a plain section: one file of a folder of `Content/` that is not listed.
///
/// `index.md` is the text above the section's list, and its title the section's. A file with
/// `pages_from` is many pages, one for each row.
struct SectionPageFile: PageFields {
  var head = PageHead()
  /// Where the title stands, which may hold values of a row; likewise the summary.
  var titlePlace: YAMLPlace?
  var summaryPlace: YAMLPlace?
  /// What its pages are made from.
  var rows: Placed<PageRows>?
  /// Which of the file's queries gives the rows.
  var query: Placed<String>?
  /// The column that gives the addresses; nil is the first.
  var address: Placed<String>?
  /// The column that says when a page was published.
  var dated: Placed<String>?
  /// Of an `index.md`: whether the main menu leads to the section.
  var isInMenu = false

  static let schema = Schema<SectionPageFile>.page(
    "a page",
    [
      .required("title", .placed(.text), "The page's title.") {
        $0.head.title = $1.value
        $0.titlePlace = $1.place
      },
      .optional("summary", .placed(.text), "What it says, in a sentence.") {
        $0.head.summary = $1.value
        $0.summaryPlace = $1.place
      },
      .optional("date", .moment, "When it is published; the list runs from the newest.") {
        $0.head.date = $1
      },
      .optional("menu", .flag, "In `index.md`: whether the main menu leads to the section.") {
        $0.isInMenu = $1
      },
      .optional("pages_from", .placed(.oneOf), "Makes a page of each row of these.") {
        $0.rows = $1
      },
      .optional("query", .placed(.text), "With `pages_from: query`: the query, by its name.") {
        $0.query = $1
      },
      .optional(
        "address", .placed(.text), "With `pages_from`: the column of the addresses; else the first."
      ) { $0.address = $1 },
      .optional("dated", .placed(.text), "With `pages_from`: the column with each page's day.") {
        $0.dated = $1
      },
    ],
    rules: [
      SchemaRule(
        at: "pages_from", with: ["query"], "pages from a query name it",
        fix: "add `query:` with the name of a `sql` block of this file"
      ) { $0.rows?.value != .query || $0.query != nil },
      SchemaRule(
        at: "query", with: ["pages_from"], "`query` is said of pages from a query",
        fix: "add `pages_from: query`, or take it out"
      ) { $0.query == nil || $0.rows?.value == .query },
      SchemaRule(
        at: "address", with: ["pages_from"], "`address` is said of pages from data",
        fix: "add `pages_from:`, or use `slug:`"
      ) { $0.address == nil || $0.rows != nil },
      SchemaRule(
        at: "dated", with: ["pages_from"], "`dated` is said of pages from data",
        fix: "add `pages_from:`, or use `date:`"
      ) { $0.dated == nil || $0.rows != nil },
      SchemaRule(
        at: "slug", with: ["pages_from"], "pages from data have the addresses of their rows",
        fix: "take it out"
      ) { $0.rows == nil || $0.head.slug == nil },
      SchemaRule(
        at: "aliases", with: ["pages_from"], "pages from data have no old address in common",
        fix: "take it out"
      ) { $0.rows == nil || $0.head.aliases.isEmpty },
    ])
}

/// What pages can be made from.
enum PageRows: String, CaseIterable, Sendable {
  case query, communities, jobs, codes, channels

  /// What gives the rows; nil of those that the author asks for.
  var sql: String? {
    switch self {
    case .query: nil
    case .communities: "SELECT * FROM communities ORDER BY name, community"
    case .jobs: "SELECT * FROM jobs ORDER BY title, job"
    case .codes: "SELECT * FROM codes ORDER BY code"
    case .channels:
      """
      SELECT name AS channel, community, segment
      FROM segments
      WHERE segment LIKE 'channel=%' AND EXISTS (
        SELECT 1 FROM measurements
        WHERE measurements.community = segments.community
          AND measurements.segment = segments.segment AND value IS NOT NULL)
      ORDER BY community, channel, segment
      """
    }
  }
}
