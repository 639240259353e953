import Basics
import SiteBuild
import Testing

/// What a page is made of, by whatever name it is asked for.
@Suite struct ExplainPageTests {
  private static let site = SampleSite().with([
    "Content/insights/first.md": """
    ---
    title: Questions are answered
    summary: All of them.
    date: 2020-02-01
    communities: [makers]
    sources: [makers/q1]
    aliases: [old/first/]
    ---

    ```chart
    title: Posts a month
    metric: activity.items
    community: makers
    period: month
    ```
    """,
    "Content/insights/later.md": """
    ---
    title: Later
    summary: Not yet.
    date: 2031-01-01
    communities: [makers]
    sources: [makers/q1]
    ---
    """,
    "Content/pages/draft.md": """
    ---
    title: Draft
    draft: true
    ---
    """,
    "Content/jobs/mend.md": """
    ---
    title: Mend a chair
    phrases: [glue]
    ---
    """,
    "Content/static/paper.pdf": "%PDF",
    "Templates/insight.html": """
    {% extends "base.html" %}
    {% block main %}<main id="main"><h1>{{ page.title }}</h1>{{ insight.body }}</main>{% endblock %}
    """,
  ])

  private func explain(_ name: String) throws -> PageExplanation {
    let moment = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    return explainPage(name, try Self.site.onDisk(), asOf: moment)
  }

  private func text(_ name: String) throws -> String { try explain(name).text ?? "" }

  @Test(arguments: [
    "insights/first/", "insights/first", "insights/first/index.html", "/insights/first/",
    "Output/insights/first/index.html", "./Output/insights/first/",
    "https://insights.example/reports/insights/first/", "insights/first/#fig-1",
  ])
  func tellsWhatAPageIsMadeOf(name: String) throws {
    let lines = try text(name).split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(5) == [
        "insights/first/", "Published    as insights/first/index.html",
        "Source       Content/insights/first.md", "Template     Templates/insight.html",
        "  extends    default theme/base.html",
      ], "\(lines)")
    #expect(lines.contains("Figure       fig-1: activity.items@makers, 1 row"))
    #expect(
      lines.contains {
        $0.hasPrefix(
          "Snapshot     Content/snapshots/makers/2020-01-31/items.ndjson, 3 rows, sha256:")
      })
    #expect(lines.contains("Linked from  index.html") && lines.contains("Linked from  insights/"))
    #expect(!lines.contains("Linked from  insights/first/"))
    #expect(lines.last == "Old address  old/first/ leads here")
  }

  @Test(arguments: ["insights/first/#fig-9", "Output/insights/first/index.html#fig-12"])
  func saysThatAPageHasNoSuchFigure(name: String) throws {
    let figure = try #require(name.split(separator: "#").last)
    let page = try text("insights/first/")
    #expect(try text(name) == page + "\nFigure       there is no \(figure) on this page")
  }

  @Test(arguments: [
    ("Content/insights/first.md", "Published    as insights/first/, since 2020-02-01"),
    ("Content/insights/later.md", "Published    no: it is due on 2031-01-01T00:00:00Z"),
    ("Content/pages/draft.md", "Published    no: it is a draft (`draft: true`)"),
    ("Content/jobs/mend.md", "Published    on jobs/#mend"),
    ("Content/site.yaml", "Published    no: it is no page, and read for the whole site"),
    (
      "Content/snapshots/makers/2020-01-31/items.ndjson",
      "Published    never: what lies in this folder is read and not published"
    ),
    ("Content/static/paper.pdf", "Published    as paper.pdf, copied as it is"),
    ("paper.pdf", "Source       Content/static/paper.pdf"),
    ("old/first/", "Because      `aliases:` of Content/insights/first.md"),
    ("data/makers/activity.csv", "Published    as data/makers/activity.csv, made by the build"),
    ("/", "Published    as index.html"),
    ("topics/", ""), ("nothing/here/", ""), ("Content/pages/nothing.md", ""), ("../../etc", ""),
  ])
  func tellsWhetherAndWhy(name: String, line: String) throws {
    let lines = try text(name).split(separator: "\n").map(String.init)
    #expect(line.isEmpty ? lines.isEmpty : lines.contains(line), "\(lines)")
  }

  @Test func namesTheNearestPage() throws {
    let found = try explain("insights/frist/")
    #expect(found.text == nil)
    #expect(found.suggestion == "did you mean `insights/first/`?")
  }
}
