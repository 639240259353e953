import Basics
import SiteBuild
import TestSupport
import Testing

/// What the published tables hold, asked of them on a page and held against the site they come from.
@Suite struct OpenTablesTests {
  /// The rows of a query over the sample site, as its CSV has them.
  private func rows(_ sql: String, _ files: [String: String] = [:]) throws -> [String] {
    let page = "---\ntitle: About\n---\n\n```sql a\n\(sql)\n```\n"
    let build = try SampleSite().with(files).with(["Content/pages/about.md": page]).build()
    #expect(build.findings.filter { $0.hasPrefix("error") } == [])
    let csv = build.page("about/query-a.csv").split(separator: "\n").dropFirst()
    return csv.map { String($0).replacing("\"", with: "") }
  }

  @Test(arguments: [
    (
      "SELECT * FROM communities",
      ["makers,Makers,licence,forum,2020-01-06,2020-01-31,communities/makers/"]
    ),
    (
      "SELECT * FROM insights",
      ["first,Questions are answered,All of them.,2020-02-01,,insights/first/"]
    ),
    ("SELECT * FROM insight_communities", ["first,makers"]),
    ("SELECT * FROM links", []),
    ("SELECT * FROM criticism", []),
    // Two questions and an answer, in January 2020 (the sample's own posts).
    (
      "SELECT period_kind, period, first_day, value, unit FROM measurements "
        + "WHERE metric = 'activity.items' AND segment = 'all' AND period IN ('all', '2020-01')",
      ["all,all,,3,items", "month,2020-01,2020-01-01,3,items"]
    ),
    // Two people wrote, which is fewer than may be told.
    (
      "SELECT DISTINCT value, note FROM measurements "
        + "WHERE metric = 'contributors' AND segment = 'all' AND period = 'all'",
      [",suppressed"]
    ),
    (
      "SELECT metric, unit, about_people, page FROM metrics WHERE metric = 'contributors'",
      ["contributors,people,1,method/contributors/"]
    ),
  ]) func holdsWhatTheSiteTells(_ sql: String, _ expected: [String]) throws {
    #expect(try rows(sql) == expected)
  }

  @Test func holdsWhatAuthorsWrote() throws {
    let files = [
      "Content/campaigns/launch.md": """
      ---
      title: Launch
      date: 2020-01-07
      until: 2020-01-09
      aim: That people know.
      communities: [makers]
      ---
      """,
      "Content/criticism/slow.md": """
      ---
      title: Answers are slow
      number: 4
      summary: All of them.
      date: 2020-01-07
      status: heard
      sources: [makers/q2]
      ---
      """,
      "Content/media/film.md": """
      ---
      title: A film
      address: https://films.example/1
      ownership: earned
      ---
      """,
      "Content/jobs/join.md": """
      ---
      title: Join wood
      summary: For a table.
      phrases: [glue]
      struggle: It breaks.
      workaround: Screws.
      ---
      """,
    ]
    #expect(
      try rows("SELECT campaign, first_day, last_day, aim FROM campaigns", files) == [
        "launch,2020-01-07,2020-01-09,That people know."
      ])
    #expect(try rows("SELECT * FROM campaign_communities", files) == ["launch,makers"])
    #expect(
      try rows("SELECT number, title, raised, status, since FROM criticism", files) == [
        "4,Answers are slow,2020-01-07,heard,"
      ])
    #expect(
      try rows("SELECT asset, title, address, ownership FROM media", files) == [
        "film,A film,https://films.example/1,earned"
      ])
    #expect(
      try rows("SELECT * FROM jobs", files) == [
        "join,Join wood,For a table.,It breaks.,Screws.,jobs/#join"
      ])
  }

  @Test func holdsTheCodesOfTheSite() throws {
    let codex = """
      built_in: false
      codes:
        - code: joy
          title: Joy
          meaning: Somebody is glad.
          cues: {en: [hooray]}
        - code: plain
          cues: {en: [so]}
      """
    #expect(
      try rows("SELECT * FROM codes", ["Content/codex.yaml": codex]) == [
        "joy,Joy,Somebody is glad.", "plain,plain,",
      ])
  }

  @Test func holdsNoNameThatMayNotBeTold() throws {
    let site = try ConsentSite([
      "Content/pages/about.md": """
      ---
      title: About
      ---

      ```sql a
      SELECT title, summary FROM insights UNION ALL SELECT community, name FROM communities
      ```
      """,
      "Content/insights/told.md": """
      ---
      title: What \(ConsentSite.otherName) said
      summary: And \(ConsentSite.name) too.
      date: 2020-02-02
      communities: [makers]
      sources: [makers/q1]
      ---
      """,
    ])
    let build = try SampleSite.build(site.disk)
    let csv = build.page("about/query-a.csv")
    #expect(csv.contains("[withdrawn]"), "\(build.findings)")
    #expect(!csv.contains(ConsentSite.otherName))
    #expect(!csv.contains("Zörk"))
  }
}
