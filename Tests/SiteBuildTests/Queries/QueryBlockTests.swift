import Basics
import SiteBuild
import TestSupport
import Testing

/// `sql` blocks on a page, and what shows what they gave.
@Suite struct QueryBlockTests {
  /// The page `about` of a site with a year of data.
  private func about(_ body: String, until day: String = "2020-12-31") throws -> SampleBuild {
    let disk = try YearSite().onDisk(days: [day])
    try disk.write(
      Array("---\ntitle: About\n---\n\n\(body)\n".utf8), to: SitePath("Content/pages/about.md"))
    return try SampleSite.build(disk, asOf: #require(Timestamp("2022-01-08T10:20:30Z")))
  }

  private let months = """
    ```sql months
    SELECT period, value AS posts
    FROM measurements
    WHERE metric = 'activity.items' AND period_kind = 'month' AND segment = 'all'
    ORDER BY period
    ```
    """

  @Test(
    "draws what a query gave",
    arguments: [
      ("chart\ntitle: T\nquery: months", "class=\"chart\"", true),
      ("chart\ntitle: T\nquery: months\nform: bars\nunit: items", "<table class=\"bars", true),
      ("table\ntitle: T\nquery: months", "<div class=\"tw\"", true),
      ("chart\ntitle: T\nquery: months\nlabel: period\nvalue: posts", "posts by period", true),
      ("chart\ntitle: T\nquery: months\nsubtitle: Posts a month", "Posts a month", true),
    ])
  func draws(block: String, markup: String, hasDrawing: Bool) throws {
    let build = try about(months + "\n\n```" + block + "\n```")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains(markup), "\(page)")
    #expect(page.contains("How this was computed"))
    #expect(page.contains("SELECT period, value AS posts"))
    #expect(build.files["about/fig-1.csv"]?.hasPrefix("\"period\",\"posts\"\n\"2019-01\",") == true)
    #expect(build.files["about/fig-1.json"]?.hasPrefix("[\n{\"period\":\"2019-01\",") == true)
    #expect((build.files["about/fig-1.svg"] != nil) == hasDrawing)
  }

  @Test(
    "says which period the data cut off",
    arguments: [
      ("chart\ntitle: T\nquery: months", "Nov\u{A0}2020 (unfinished)"),
      ("chart\ntitle: T\nquery: months\nform: bars", "2020-11 (unfinished)"),
      ("table\ntitle: T\nquery: months", "2020-11 (unfinished)"),
    ])
  func marksCutOffPeriods(block: String, name: String) throws {
    let build = try about(months + "\n\n```" + block + "\n```", until: "2020-11-15")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains(name), "\(page)")
    #expect(!page.contains("10 (unfinished)") && !page.contains("Oct\u{A0}2020 (unfinished)"))
    #expect(build.files["about/fig-1.csv"]?.contains("\"2020-11\",") == true)
    let whole = try about(months + "\n\n```" + block + "\n```")
    #expect(!whole.page("about/index.html").contains("unfinished"))
  }

  @Test(
    "says that there is nothing where a query gives no number",
    arguments: ["LIMIT 0", "AND value < 0"], ["", "\nform: line", "\nform: bars"])
  func drawsNothing(end: String, form: String) throws {
    let build = try about(
      "```sql a\nSELECT period, value FROM measurements WHERE metric = 'activity.items' \(end)\n```"
        + "\n\n```chart\ntitle: None yet\nquery: a\(form)\n```")
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("None yet"))
  }

  @Test func drawsValuesOfWhichNoneIsKnown() throws {
    let build = try about(
      "```sql a\nSELECT 'x' AS room, NULL AS posts\n```\n\n```chart\ntitle: T\nquery: a\n```")
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("posts by room"))
  }

  @Test func cutsOffNoPeriodOfWhatIsNotMeasured() throws {
    let build = try about(
      "```sql a\nSELECT '2020-11' AS month, 3 AS n\n```\n\n```table\ntitle: T\nquery: a\n```",
      until: "2020-11-15")
    #expect(build.findings == [])
    #expect(!build.page("about/index.html").contains("unfinished"))
  }

  @Test func drawsALineForEachValueOfACut() throws {
    let build = try about(
      """
      ```sql two
      SELECT period, metric, value AS number FROM measurements
      WHERE metric IN ('activity.items', 'activity.threads') AND period_kind = 'month'
        AND segment = 'all'
      ```

      ```chart
      title: T
      query: two
      by: metric
      ```
      """)
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("activity.threads"))
  }

  @Test func showsATableOfTextsWithoutADrawing() throws {
    let build = try about(
      "```sql a\nSELECT title, page FROM insights\n```\n\n```table\ntitle: T\nquery: a\n```")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains("<th scope=\"row\">Autumn</th>"), "\(page)")
    #expect(!page.contains(">SVG</a>"))
    #expect(build.files["about/fig-1.svg"] == nil)
  }

  @Test func foldsAwayAQueryThatNoFigureShows() throws {
    let build = try about(
      months
        + "\n\nBegan with {{ query(\"months\").first.posts }} in {{ query(\"months\").first.period }}, "
        + "{{ query(\"months\").rows | length }} months.")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains("<details class=\"query\" id=\"query-months\">"), "\(page)")
    #expect(page.contains("How “months” was computed"))
    #expect(page.contains(" in 2019-01, 24 months."))
    #expect(build.files["about/query-months.csv"]?.isEmpty == false)
  }

  @Test func showsATableThatIsLongerThanADrawing() throws {
    let page = """
      ---
      title: About
      ---

      ```sql a
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 61)
      SELECT 'row ' || i AS row, i AS number FROM n
      ```

      ```table
      title: T
      query: a
      ```
      """
    let build = try SampleSite().with(["Content/pages/about.md": page]).build()
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("<th scope=\"row\">row 61</th>"))
    #expect(build.files["about/fig-1.svg"] == nil)
  }

  @Test func showsAKeyFigureForEachRow() throws {
    let build = try about(
      "```sql a\nSELECT 'Posts' AS what, 1234 AS n UNION SELECT 'Share', NULL\n```\n\n"
        + "```figures\nquery: a\n```")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains("<dt>Posts</dt> <dd><div class=\"v\">1,234</div>"), "\(page)")
    #expect(page.contains("<dt>Share</dt> <dd><div class=\"v\">–</div>"))
  }

  /// The moment would make another edition at every build, and an unchanged site is not built again.
  @Test func knowsTheDayOfTheBuildAndNotItsHour() throws {
    let build = try about(
      "It is {{ query(\"a\").first.hour }}.\n\n```sql a\nSELECT time('now') AS hour\n```")
    #expect(build.page("about/index.html").contains("It is 00:00:00."))
  }

  @Test func readsValuesAboveTheBlockToo() throws {
    let build = try about("In {{ query(\"months\").first.period }}.\n\n" + months)
    #expect(build.page("about/index.html").contains("In 2019-01."))
  }

  @Test func leavesCodeWithoutANameAlone() throws {
    let build = try about("```sql\nSELECT nonsense\n```")
    #expect(build.findings == [])
    #expect(
      build.page("about/index.html").contains("<code class=\"language-sql\">SELECT nonsense"))
  }

  @Test(
    "tells what is wrong",
    arguments: [
      (
        "```sql a\nSELECT metrik\nFROM measurements\n```",
        ["no such column: metrik", "about.md:6:8", "did you mean `metric`?"]
      ),
      (
        "> ```sql a\n> SELECT 1 AS x\n> FORM y\n> ```",
        ["near \"FORM\": syntax error", "about.md:7:3"]
      ),
      ("```sql a\nDROP TABLE metrics\n```", ["a query may only read", "about.md:5:1"]),
      (
        "```sql Rooms!\nSELECT 1 AS x\n```",
        ["`Rooms!` is no name for a query", "small letters, digits and `_`"]
      ),
      (
        "```sql a\nSELECT 1 AS x\n```\n\n```sql a\nSELECT 2 AS x\n```",
        ["two queries are called `a`", "about.md:9:1", "rename one of them"]
      ),
      (
        "```sql rooms\nSELECT 1 AS x\n```\n\n```chart\ntitle: T\nquery: rom\n```",
        ["the page has no query `rom`", "write the query into a block of its own"]
      ),
      (
        "```sql rooms\nSELECT 1 AS x\n```\n\n```chart\ntitle: T\nquery: roms\n```",
        ["the page has no query `roms`", "did you mean `rooms`?"]
      ),
      (
        "```sql a\nSELECT 1 AS x, 'b' AS y\n```\n\n```chart\ntitle: T\nquery: a\nvalue: third\n```",
        ["the query `a` has no column `third`", "it has `x`, `y`"]
      ),
      (
        "```sql a\nSELECT 'a' AS x, 'b' AS y\n```\n\n```chart\ntitle: T\nquery: a\n```",
        ["the query `a` has no column of numbers to be drawn", "use a `table` block"]
      ),
      (
        "```sql a\nSELECT 'a' AS x, 3 AS y\n```\n\n```chart\ntitle: T\nquery: a\nform: line\n```",
        ["`a` is not shown as `line`", "it is shown as `bars`"]
      ),
      (
        "```sql a\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 61) "
          + "SELECT 'x' || i AS x, i FROM n\n```\n\n```chart\ntitle: T\nquery: a\n```",
        ["61 bars are more than can be told apart: 60 at most", "add a `LIMIT` to the query"]
      ),
      (
        "```sql a\nSELECT 1 AS x\n```\n\n```chart\ntitle: T\nquery: a\nmetric: activity.items\n```",
        ["a chart draws a `metric` or a `query`"]
      ),
      ("```figures\ncommunity: makers\n```", ["key figures are `metrics` or a `query`"]),
      (
        "```sql a\nSELECT 'a' AS x, 3 AS y\n```\n\n```chart\ntitle: T\nquery: a\nfrom: 2020-01-01\n```",
        ["`from` says nothing to a chart of a query", "say it in the query"]
      ),
      (
        "```sql a\nSELECT 'a' AS x, 3 AS y\n```\n\n```chart\ntitle: T\nquery: a\ncommunity: makers\n"
          + "communities: [makers]\nhighlight: [a]\ncampaigns: false\n```",
        [
          "`community`, `communities`, `highlight`, `campaigns` says nothing to a chart of a query",
          "say it in the query",
        ]
      ),
      (
        "```sql a\nSELECT :x AS y\n```",
        [
          "`:x` has no value here", "about.md:6:8",
          "only a page that is made from data (`pages_from`) has a row to take it from",
        ]
      ),
      (
        "```sql a\nSELECT 1 AS x\n```\n\n```chart\ntitle: '{{ query(\"b\").first.x }}'\nquery: a\n```",
        ["the page has no query `b`", "about.md:10:8"]
      ),
      ("```chart\ntitle: T\n```", ["a chart draws a `metric` or a `query`", "add `metric:`"]),
      ("{{ query(\"a\").first.x }}", ["the page has no query `a`"]),
      ("{{ query(3) }}", ["`query` takes a text"]),
    ])
  func tellsOf(body: String, texts: [String]) throws {
    let page = "---\ntitle: About\n---\n\n\(body)\n"
    let build = try SampleSite().with(["Content/pages/about.md": page]).build()
    let findings = build.findings.joined(separator: "\n")
    for text in texts { #expect(findings.contains(text), "\(findings)") }
  }

  @Test("says a value where there is none in the site's word")
  func saysWhereThereIsNoValue() throws {
    let build = try about(
      "```sql a\nSELECT 'x' AS what, NULL AS n UNION SELECT 'y', 1\n```\n\n"
        + "```table\ntitle: T\nquery: a\n```\n\nIt is {{ query(\"a\").first.n }}.")
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains("<span class=\"supp\">none</span>"), "\(page)")
    #expect(page.contains("<p>It is none.</p>"))
  }

  @Test func putsValuesIntoTheTextsOfAFigure() throws {
    let build = try about(
      "```sql a\nSELECT 'a < b' AS what, 3 AS n\n```\n\n"
        + "```chart\ntitle: 'Most is {{ query(\"a\").first.what }}'\nquery: a\n```")
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("Most is a &lt; b"))
  }

  @Test(
    "says once that a query has no name of its own",
    arguments: [
      "```sql Rooms!\nSELECT 1 AS y, 1 AS x\n```\n\n```chart\ntitle: T\nquery: Rooms!\n```\n\n"
        + "{{ query(\"Rooms!\").first.x }}",
      "```sql a\nSELECT 1 AS y, 1 AS x\n```\n\n```sql a\nSELECT 2 AS y, 2 AS x\n```\n\n```chart\ntitle: T\nquery: a\n```"
        + "\n\n{{ query(\"a\").first.x }}",
    ])
  func saysOnceThatANameIsBad(body: String) throws {
    #expect(try about(body).findings.count == 1)
  }

  @Test func saysOnceWhatIsWrongWithAQuery() throws {
    let build = try about(
      "```sql a\nSELECT x FROM y\n```\n\n```chart\ntitle: T\nquery: a\n```\n\n{{ query(\"a\").first }}"
    )
    #expect(build.findings.filter { $0.contains("no such") }.count == 1)
    #expect(build.findings.count == 1, "\(build.findings)")
  }
}
