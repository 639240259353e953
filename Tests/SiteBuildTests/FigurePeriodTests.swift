import Basics
import SiteBuild
import TestSupport
import Testing

/// Which time a figure says it is about, and what it says of numbers that are not of all of it.
@Suite struct FigurePeriodTests {
  private func build(
    from: String = "2019-01-01", until: String = "2020-12-31", about: String = "",
    _ more: [String: String] = [:]
  ) throws -> SampleBuild {
    let disk = try YearSite(from: from).onDisk(days: [until])
    var files = more
    files["Content/pages/about.md"] = "---\ntitle: About\n---\n\n\(about)\n"
    for (path, text) in files { try disk.write(Array(text.utf8), to: SitePath(path)) }
    return try SampleSite.build(disk)
  }

  private func chart(_ body: String) -> String { "```chart\ntitle: T\n\(body)\n```" }

  @Test(
    "calls a year full that lies in the data from its first day to its last",
    arguments: [
      ("2019-01-01", "2020-12-31", "2020"), ("2019-01-01", "2020-11-30", "2019"),
      ("2019-02-10", "2020-12-31", "2020"), ("2019-02-10", "2020-11-30", "whole time"),
    ])
  func findsFullYear(from: String, until: String, period: String) throws {
    let page = try build(from: from, until: until).page("communities/index.html")
    let cells = page.matches(of: /<td[^>]*>([^<]*)<\/td>/).map { String($0.1) }
    #expect(cells.contains(period), "\(cells)")
    #expect(!cells.contains { $0 != period && ["2019", "2020", "whole time"].contains($0) })
  }

  @Test("draws no period that begins before the data, and says so where it is listed")
  func marksFirstPeriod() throws {
    let build = try build(
      from: "2019-02-10", about: chart("metric: activity.items\nperiod: quarter"))
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    #expect(page.contains("1\u{A0}April\u{A0}2019 to 31\u{A0}December\u{A0}2020"))
    #expect(page.contains("Stays at 18 from Q2\u{A0}2019 to Q4\u{A0}2020."))
    #expect(page.contains("<th scope=\"row\">Q1\u{A0}2019 (begins before the data)</th>"))
    let csv = try #require(build.files["about/fig-1.csv"]).split(separator: "\n")
    #expect(csv.contains { $0.contains("\"2019-Q1\"") && $0.hasSuffix("\"begun earlier\"") })
    #expect(csv.contains { $0.contains("\"2019-Q2\"") && $0.hasSuffix("\"\"") })
  }

  @Test("keeps a remark at a period, wherever in it its point stands")
  func keepsRemark() throws {
    let build = try build(
      about: chart(
        "metric: activity.items\nperiod: year\nannotations: ['2020: no change']"))
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains(">72, no change</text>"))
  }

  @Test("tells of a table the days of its rows, not those of all data")
  func tellsDaysOfRows() throws {
    var site = SampleSite()
    site.earlier = (1...6).map { ("m-\($0)", "glue", "About glue.") }
    let page = try site.build().page("topics/index.html")
    #expect(page.contains("Most talked about in 2019: glue"))
    #expect(page.contains("1\u{A0}January\u{A0}2019 to 31\u{A0}December\u{A0}2019"))
  }

  @Test("says of a time what it is before what it means")
  func saysWhatATimeIs() throws {
    let page = try build(
      about: chart("metric: time_to_first_response.median\nperiod: quarter")
    ).page("about/index.html")
    #expect(
      page.contains(
        "Time to first response per quarter: half of the threads have a response by then, Makers"))
  }

  /// Fewer than 20 threads a quarter tell little of a wait, but a young site has no whole year.
  @Test(
    "draws waits by quarter where these have cases enough, else by year, or as long as there is",
    arguments: [
      (7, "2019-01-01", "2020-12-31", "quarter"), (6, "2019-01-01", "2020-12-31", "year"),
      (6, "2019-02-10", "2019-11-30", "quarter"),
    ])
  func findsSteadyStep(people: Int, from: String, until: String, step: String) throws {
    var site = YearSite(people: people, from: from)
    site.isAnswered = true
    let page = try SampleSite.build(site.onDisk(days: [until]))
      .page("communities/makers/index.html")
    #expect(page.contains("Time to first response per \(step): half of the threads have"))
  }

  /// A share of more than a thousand has a decimal in a sentence; a drawing's column has none.
  @Test("says a share in the title as the drawing below it does")
  func saysSharesAsDrawn() throws {
    let disk = try YearSite(people: 20, questionsEach: 3).onDisk(days: ["2020-12-31"])
    let page = try SampleSite.build(disk).page("communities/makers/index.html")
    #expect(page.contains(">0% of the questions have a response within a day<"))
  }

  @Test("draws the usual range that the title speaks of")
  func drawsUsualRange() throws {
    let page = try build().page("communities/makers/index.html")
    #expect(page.contains("6 in December\u{A0}2020, within the usual range"))
    #expect(page.contains("<span class=\"mk rg\"></span><span>Usually 6 <span"))
    #expect(page.contains("Usually 6.</desc>"))
    // Seven months before the last are too few for a range, and none is claimed.
    let short = try build(until: "2019-08-31").page("communities/makers/index.html")
    #expect(short.contains("August\u{A0}2019") && !short.contains("Usually 6"))
  }

  @Test("shows campaigns whose weeks are not over, and credits no more than it draws")
  func showsCampaigns() throws {
    func event(_ title: String, _ day: String) -> String {
      "---\ntitle: \(title)\ndate: \(day)\ncommunities: [makers]\n---\n"
    }
    let build = try build([
      "Content/campaigns/early.md": event("Too early", "2019-01-20"),
      "Content/campaigns/fair.md": event("The fair", "2020-03-02"),
      "Content/campaigns/late.md": event("The late one", "2020-12-01"),
      "Content/campaigns/next.md": event("Next year", "2021-03-01"),
    ])
    #expect(build.findings == [])
    let page = build.page("communities/makers/index.html")
    let start = try #require(page.firstRange(of: "After ÷ before</th>")).upperBound
    let end = try #require(page[start...].firstRange(of: "</table>")).lowerBound
    let table = page[start..<end]
    #expect(
      table.matches(of: /<th scope="row">([^<]*)/).map { String($0.1) }
        == ["The fair", "The late one"])
    #expect(table.contains("<td class=\"r\"><span class=\"supp\">not over yet</span></td>"))
    #expect(table.contains("8 weeks after: not over yet"))
  }

  @Test("calls the entries of the ledger by their titles")
  func namesCriticism() throws {
    func entry(_ title: String, _ number: Int, _ item: String) -> String {
      """
      ---
      title: \(title)
      summary: S.
      number: \(number)
      date: 2020-03-01
      status: heard
      communities: [makers]
      sources:
        - makers/\(item)
      ---
      """
    }
    let build = try build(
      about: chart("metric: criticism_status.waiting\nby: entry"),
      [
        "Content/criticism/a-slug.md": entry("It is too slow", 1, "q-2020-1-0"),
        "Content/criticism/b-slug.md": entry("It is too loud", 2, "q-2020-1-1"),
      ])
    #expect(!build.diagnostics.hasErrors)
    let page = build.page("about/index.html")
    #expect(page.contains("<th scope=\"row\">It is too slow</th>"))
    #expect(page.contains("<th scope=\"col\">Criticism</th>"))
    #expect(!page.contains(">a-slug<"))
    #expect(
      page.contains(
        "What became of criticism over the whole time: time from hearing it to its answer, or so far, Makers"
      ))
  }

  @Test("shows the numbers of a query with the decimals their column needs")
  func fitsDecimals() throws {
    let build = try build(
      about: """
        ```sql shares
        SELECT 'a' AS room, 0.2468 AS share, 34.0 AS mean, 3 AS posts
        UNION ALL SELECT 'b', 0.0312, 26.44, 1284
        ```

        ```table
        title: T
        query: shares
        ```
        """)
    #expect(build.findings == [])
    let page = build.page("about/index.html")
    let cells = page.matches(of: /<td class="r">([^<]*)<\/td>/).prefix(6).map { String($0.1) }
    #expect(cells == ["0.247", "34.0", "3", "0.031", "26.4", "1,284"])
  }
}
