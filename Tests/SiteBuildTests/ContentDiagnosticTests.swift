import Basics
import SiteBuild
import TestSupport
import Testing

@Suite struct ContentDiagnosticTests {
  private func insight(_ front: String, _ body: String = "Text.") -> SampleSite {
    SampleSite().with(["Content/insights/first.md": "---\n\(front)\n---\n\n\(body)\n"])
  }

  private let good = """
    title: A claim
    summary: What it says.
    date: 2020-02-01
    communities: [makers]
    sources: [makers/q1]
    """

  @Test func findsAMisspeltKey() throws {
    let found = try insight(good + "\nauthro: Ines").build().findings
    #expect(
      found == [
        """
        error[S002]: unknown key `authro` in an insight
          --> Content/insights/first.md:7:1
        7 | authro: Ines
          | ^^^^^^ did you mean `author`?
        """
      ])
  }

  /// One error, and not one for each key that would have stood there.
  @Test(
    "says that a file has no front matter",
    arguments: [
      ("insights/first", "an insight", "title"), ("communities/makers", "a community", "name"),
      ("pages/about", "a page", "title"),
    ])
  func findsThatFrontMatterIsMissing(name: String, kind: String, key: String) throws {
    let path = "Content/\(name).md"
    let found = try SampleSite().with([path: "title: A\nsummary: B\n\nText.\n"]).readingFindings()
    #expect(
      found.filter { $0.contains(path) } == [
        """
        error[S003]: \(kind) begins with front matter, and this file has none
          --> \(path):1:1
        1 | title: A
          | ^ begin it with `---`, then `\(key): …`, and end it with another `---`
        """
      ])
  }

  @Test func findsEveryFaultOfAFileInOneRun() throws {
    let found = try insight(
      """
      title: [A]
      date: 2020-02-30
      communities: [makres]
      sources: [makers/q9]
      """
    ).build().findings
    #expect(
      found == [
        """
        error[S003]: an insight lacks the key `summary`
          --> Content/insights/first.md:2:1
        2 | title: [A]
          | ^ add `summary:` with a text
        """,
        """
        error[S004]: `title` wants a text, not a list
          --> Content/insights/first.md:2:8
        2 | title: [A]
          |        ^
        """,
        """
        error[S004]: `date` wants a day (2026-11-21) or a time (2026-11-21T09:30:00Z), not the text `2020-02-30`
          --> Content/insights/first.md:3:7
        3 | date: 2020-02-30
          |       ^^^^^^^^^^
        """,
        """
        error[S005]: the site has no community `makres`
          --> Content/insights/first.md:4:15
        4 | communities: [makres]
          |               ^^^^^^ did you mean `makers`?
        """,
        """
        error[S005]: `makers` has no item `q9`
          --> Content/insights/first.md:5:11
        5 | sources: [makers/q9]
          |           ^^^^^^^^^
        """,
      ])
  }

  @Test func findsTagsThatAreOneText() throws {
    let found = try insight(good + "\ntags: one, two  words").build().findings
    #expect(
      found == [
        """
        error[S004]: `tags` wants a list, and this is one text with a comma
          --> Content/insights/first.md:7:7
        7 | tags: one, two  words
          |       ^^^^^^^^^^^^^^^ write `[one, two words]`
        """
      ])
    #expect(try insight(good + "\ntags: one").build().findings == [])
    #expect(try insight(good + "\ntags: [\"one, two\"]").build().findings == [])
  }

  @Test func pointsAtTheExpressionOfAnInlineValue() throws {
    let found = try insight(good, "It is {{ measure(\"activty.items\") }}.").build().findings
    #expect(found.count == 1)
    #expect(found[0].contains("Content/insights/first.md:9:"))
    #expect(found[0].contains("unknown metric `activty`"))
    #expect(found[0].contains("did you mean `activity`?"))
  }

  @Test func findsALinkToNoFile() throws {
    let found = try insight(good, "See [it](../pages/abuot.md).").build().findings
    #expect(
      found == [
        """
        error[S005]: the link `../pages/abuot.md` leads to no file of this site
          --> Content/insights/first.md:9:10
        9 | See [it](../pages/abuot.md).
          |          ^^^^^^^^^^^^^^^^^ did you mean `../pages/about.md`?
        """
      ])
  }

  @Test func demandsAWayBackToTheCommunity() throws {
    let found = try insight(good.replacing("sources: [makers/q1]", with: "author: Us")).build()
      .findings
    #expect(
      found == [
        """
        error[S013]: the insight links to no place of the community
          --> Content/insights/first.md:1:1
          = fix: name an item under `sources:`
        """
      ])
  }

  @Test(
    "says how a source is written",
    arguments: [
      ("https://makers.example/t/1#a1", "write `makers/a1`"),
      ("https://other.example/t/1", "write it as `community/item id`"),
      ("q1", "write it as `community/item id`"), ("makres/q1", "did you mean `makers`?"),
      ("gone/q1", nil),
    ] as [(String, String?)])
  func saysHowASourceIsWritten(source: String, fix: String?) throws {
    let found = try insight(good.replacing("makers/q1", with: "\"\(source)\"")).build()
      .diagnostics.filter { $0.severity != .note }
    #expect(found.map(\.message) == ["`\(source)` names no published community"])
    #expect(found.map(\.fix) == [fix])
  }

  /// That the insight leads to no place follows from the quote that is left out.
  @Test(
    "tells of a quote that fails and not of the place it would have led to",
    arguments: ["item: a1\nwords: Quickly.", "item: a9\nwords: Slowly.", "item: a1"])
  func tellsAFailedQuoteOnce(block: String) throws {
    let front = good.replacing("sources: [makers/q1]", with: "author: Us")
    let found = try insight(front, "```quote\n\(block)\n```").build().findings
    #expect(found.count == 1 && !found[0].contains("S013"), "\(found)")
  }

  @Test func quotesOnlyWhatWasWritten() throws {
    let block = "```quote\nitem: a1\nwords: Slowly & with care.\n```"
    let good = try insight(good, block).build()
    #expect(good.findings == [])
    let page = good.page("insights/first/index.html")
    #expect(page.contains("<blockquote>Slowly &amp; with care.</blockquote>"))
    #expect(page.contains("Name of m-ben"))
    #expect(page.contains("href=\"https://makers.example/t/1#a1\""))
    let bad = try insight(self.good, block.replacing("Slowly", with: "Quickly")).build().findings
    #expect(bad.count == 1)
    #expect(bad[0].hasPrefix("error[S011]: the item does not say “Quickly & with care.”"))
  }

  @Test func drawsAChartWithItsDataBesideThePage() throws {
    let block = "```chart\ntitle: Two questions\nmetric: activity.items\nperiod: week\n```"
    let build = try insight(good, block).build()
    #expect(build.findings == [])
    let page = build.page("insights/first/index.html")
    #expect(page.contains("<figure class=\"fig\" id=\"fig-1\">"))
    #expect(page.contains("href=\"fig-1.csv\""))
    #expect(build.files["insights/first/fig-1.svg"]?.hasPrefix("<?xml") == true)
    #expect(build.page("insights/first/fig-1.csv").contains("2020-W02"))
  }

  @Test(arguments: [
    ("table", "title: Items\nmetric: activity.items\nperiod: week", "<td class=\"r\">3</td>"),
    ("figures", "metrics: [activity.items]", "<dl class=\"kf\">"),
    ("threads", "limit: 3", "And glue?"),
    ("note", "title: Mind\ntext: 1 < 2", "<strong>Mind</strong></p><p>1 &lt; 2</p>"),
  ])
  func showsEachComponent(name: String, body: String, html: String) throws {
    let build = try insight(good, "```\(name)\n\(body)\n```").build()
    #expect(build.findings == [])
    #expect(build.page("insights/first/index.html").contains(html))
  }

  @Test func findsFaultsInsideAComponent() throws {
    let block = "```chart\ntitle: T\nmetric: activity.items\nperiods: week\n```"
    let found = try insight(good, block).build().findings
    #expect(
      found == [
        """
        error[S002]: unknown key `periods` in a chart
          --> Content/insights/first.md:12:1
        12 | periods: week
           | ^^^^^^^ did you mean `period`?
        """
      ])
  }

  @Test func saysWhenThereIsNoSite() throws {
    var site = SampleSite()
    site.files["Content/site.yaml"] = nil
    let found = try site.build().findings
    #expect(
      found.first == """
        error[S016]: cannot read Content/site.yaml: No such file or directory
          --> Content/site.yaml:1:1
          = fix: begin a site with `meadow new FOLDER`, or name its folder with --site
        """)
  }

  /// Said once, and not by the rule of figures for each of them.
  @Test func asksForTheLicenceOfTheFigures() throws {
    var site = SampleSite()
    site.files["Content/site.yaml"] = "title: Insights\norganisation: Acme\n"
    let found = try site.build().findings
    #expect(
      found == [
        """
        error[S003]: site.yaml lacks the key `data_licence`, so no figure has a licence
          --> Content/site.yaml:1:1
          = fix: say what others may do with the figures, such as `data_licence: CC-BY-4.0`
        """
      ])
  }

  @Test func pointsAtAThresholdThatIsTooLow() throws {
    var site = SampleSite()
    site.files["Content/site.yaml", default: ""] += "\nk: 3\n"
    let found = try site.build().findings
    #expect(
      found == [
        """
        error[P006]: a threshold of 3 people is below 5
          --> Content/site.yaml:5:4
        5 | k: 3
          |    ^ write 5 or more
        """
      ])
  }

  @Test func warnsAboutSnapshotsNobodyDescribes() throws {
    var site = SampleSite()
    site.files["Content/communities/makers.md"] = nil
    let found = try site.build().findings
    #expect(found.contains { $0.contains("the snapshots of `makers` belong to no community file") })
  }

  /// Each with its line would be gigabytes of words.
  @Test("tells of thousands of faults in a screenful", arguments: ["[a](b.md) ", "{{ v }} "])
  func tellsInAScreenful(fault: String) throws {
    let text = String(repeating: fault, count: 20_000)
    var found: [String] = []
    let time = try processorTime { found = try insight(good, text).build().findings }
    #expect(found.count == 51)
    #expect(
      found.first == """
        error[M022]: 19950 more findings in this file are not shown
          --> Content/insights/first.md:1:1
        """)
    #expect(found.allSatisfy { $0.utf8.count < 2_000 })
    #expect(time < .seconds(20))
  }

  @Test func leavesAFileUnreadThatIsTooLarge() throws {
    let found = try insight(good, String(repeating: "a", count: 2 << 20)).build().findings
    #expect(
      found.first == """
        error[M001]: this file has 2097260 bytes, 2097152 are allowed
          --> Content/insights/first.md:1:1
          = fix: split the page
        """)
  }
}
