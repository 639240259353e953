import Basics
import SiteBuild
import Testing

@Suite struct EditionsOnSiteTests {
  private let older = "Content/editions/2018-01-31.ndjson"
  private let newer = "Content/editions/2020-01-31.ndjson"

  private func edition(_ day: String, _ year: String, items: Int, people: Int) -> String {
    EditionFixture.text(
      day,
      rows: EditionFixture.rows("activity.items", year, #""value":\#(items),"unit":"items""#)
        + EditionFixture.rows("contributors", year, #""value":\#(people),"unit":"people""#),
      addresses: ["index.html"])
  }

  private var both: [String: String] {
    [
      older: edition("2018-01-31", "2017", items: 100, people: 60),
      newer: edition("2020-01-31", "2019", items: 30, people: 12),
    ]
  }

  @Test func showsWhatChangedOnTheHomePage() throws {
    let build = try SampleSite().with(both).build()
    #expect(build.findings == [])
    let home = build.page("index.html")
    #expect(home.contains("<h2 id=\"changes\">What changed</h2>"))
    #expect(
      home.contains(
        "<li><span class=\"k\">Figure</span>"
          + "<span>Posts and comments: 30 in 2019, after 100 in 2017</span></li>"
      ))
    #expect(home.contains("<span>People who wrote: 12 in 2019, after 60 in 2017</span>"))
    #expect(
      home.contains("From the edition of 31\u{A0}January\u{A0}2018 to that of 31\u{A0}January"))
  }

  private static func criticism(_ number: Int, _ raised: String, _ rest: String) -> String {
    """
    ---
    title: Criticism \(number)
    summary: It is said.
    number: \(number)
    date: \(raised)
    sources: [makers/q2]
    \(rest)
    ---
    """
  }

  /// Dates on the days of both editions, before, between and after them: the older one's day is
  /// past, the newer one's counts.
  @Test func tellsWhatWasSaidBetweenTwoEditions() throws {
    let answered = "status: explained\nsince: 2020-01-31\nanswer: So it is."
    let changed = """
      status: changed
      since: 2020-02-01
      link: https://acme.example/3
      history: [{date: 2018-02-01, status: explained}]
      """
    let correction = { (day: String) in
      "---\ntitle: Wrong on \(day)\ndate: \(day)\nkind: correction\nabout: [pages/about]\n---\n"
    }
    let build = try SampleSite().with(both).with([
      "Content/criticism/one.md": Self.criticism(1, "2018-01-31", "status: heard"),
      "Content/criticism/two.md": Self.criticism(2, "2018-02-01", answered),
      "Content/criticism/three.md": Self.criticism(3, "2018-01-30", changed),
      "Content/corrections/early.md": correction("2018-01-31"),
      "Content/corrections/due.md": correction("2019-06-01"),
      "Content/corrections/late.md": correction("2020-02-01"),
    ]).build()
    #expect(build.findings.allSatisfy { $0.hasPrefix("warning[S025]: “Criticism 1” has waited") })
    let page = build.page("changes/index.html")
    let lines = page.matches(of: /<li><span class="k">([^<]*)<\/span><span>(.*?)<\/span><\/li>/)
      .map { "\($0.1): \($0.2)" }
    #expect(
      lines == [
        "Figure: Posts and comments: 30 in 2019, after 100 in 2017",
        "Figure: People who wrote: 12 in 2019, after 60 in 2017",
        "Answer: <a href=\"../criticism/index.html#c3\">Explained: Criticism 3</a>",
        "Answer: <a href=\"../criticism/index.html#c2\">Explained: Criticism 2</a>",
        "New criticism: <a href=\"../criticism/index.html#c2\">Criticism 2</a>",
        "Correction: <a href=\"../corrections/index.html#due\">Wrong on 2019-06-01</a>",
      ])
    #expect(build.page("index.html").contains("<a href=\"changes/index.html\">All changes</a>"))
    let feed = build.page("changes/feed.xml")
    #expect(feed.contains("<id>https://insights.example/reports/changes/#2020-01-31</id>"))
    #expect(feed.contains("New criticism: Criticism 2\nCorrection: Wrong on 2019-06-01"))
    #expect(build.files["changes/feed.json"] != nil)
    #expect(build.page("sitemap.xml").contains("https://insights.example/reports/changes/"))
  }

  @Test func holdsSealedFiguresAgainstTodaysThreshold() throws {
    let settings = "title: T\norganisation: O\nk: 20\n"
    let build = try SampleSite().with(both).with(["Content/site.yaml": settings]).build()
    #expect(build.page("index.html").contains("Posts and comments: 30 in 2019"))
    #expect(!build.page("index.html").contains("12 in 2019"))
  }

  @Test func saysNothingBeforeThereAreTwoEditions() throws {
    #expect(try !SampleSite().build().page("index.html").contains("What changed"))
    let one = try SampleSite().with([newer: both[newer] ?? ""]).build()
    #expect(one.findings == [])
    #expect(!one.page("index.html").contains("What changed"))
    #expect(one.files["changes/index.html"] == nil && one.files["changes/feed.xml"] == nil)
  }

  @Test func refusesToLoseAnOldAddress() throws {
    let text = EditionFixture.text("2018-01-31", addresses: ["index.html", "old/index.html"])
    let build = try SampleSite().with([older: text]).build()
    #expect(
      build.findings == [
        """
        error[O7]: `old/` was published before and leads nowhere
          --> Content/editions/2018-01-31.ndjson:1:1
          = fix: name it under `aliases:` of the page that took its place, or under `gone:` in \
        Content/site.yaml
        """
      ])
  }

  @Test func showsNoTraceOfACommunityThatIsNotPublished() throws {
    let ghost = { (day: String, year: String, items: Int) in
      EditionFixture.text(
        day,
        rows: [
          EditionFixture.row("activity.items", "2000", #""value":1,"unit":"items""#, of: "ghost"),
          EditionFixture.row(
            "activity.items", year, #""value":\#(items),"unit":"items""#, of: "ghost"),
        ],
        addresses: ["communities/ghost/index.html", "data/ghost/activity.csv", "index.html"],
        of: "ghost")
    }
    let build = try SampleSite().with([
      older: ghost("2018-01-31", "2017", 4321), newer: ghost("2020-01-31", "2019", 9),
    ]).build()
    #expect(build.findings == [])
    #expect(build.page("index.html").contains("No headline figure moved beyond chance"))
    for (path, text) in build.files {
      #expect(!path.contains("ghost") && !text.contains("ghost") && !text.contains("4,321"))
    }
  }
}
