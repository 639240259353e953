import Basics
import SiteBuild
import TestSupport
import Testing

/// The `chart` block in each of its forms.
@Suite struct ChartFormTests {
  private func site(_ blocks: [String]) throws -> SampleBuild {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    let text = blocks.map { "```chart\ntitle: T\n\($0)\n```\n" }.joined(separator: "\n")
    try disk.write(
      Array("---\ntitle: About\n---\n\n\(text)".utf8), to: SitePath("Content/pages/about.md"))
    return try SampleSite.build(disk)
  }

  @Test(
    "draws",
    arguments: [
      ("metric: activity.items", "<svg"),
      ("metric: activity.items\nform: line\nperiod: quarter", "<svg"),
      ("metric: answered_within.24h\nform: dots", "<table"),
      ("metric: activity_times", "<table"),
      ("metric: activity_times\nform: heatmap", "<table"),
    ])
  func draws(block: String, markup: String) throws {
    let build = try site([block])
    #expect(build.findings == [])
    let page = build.files["about/index.html"] ?? ""
    #expect(page.contains(markup), "\(page)")
    #expect(page.contains("<span class=\"t\">T</span>"))
    #expect(build.files["about/fig-1.svg"]?.contains("<title") == true)
    #expect(build.files["about/fig-1.csv"]?.hasPrefix("\"community\",\"metric\",") == true)
  }

  @Test(
    "tells of",
    arguments: [
      (
        "metric: activity.items\nform: heatmap", "`activity.items` is not shown as `heatmap`",
        "it is shown as `line`"
      ),
      (
        "metric: answered_within.24h\nform: boxes", "`answered_within.24h` is not shown as `boxes`",
        "it is shown as `line`, `dots`"
      ),
      (
        "metric: activity.items\nform: pie", "`form` wants one of `line`, `bars`,", "form: pie"
      ),
      (
        "metric: activity.items\nform: slope",
        "`activity.items` is not shown as `slope`", "it is shown as `line`"
      ),
      (
        "metric: activity_times\nfrom: 2020-01-01\nsegment: a=b",
        "`from`, `segment` says nothing to a chart as `heatmap`",
        "take it out: the chart shows the whole time"
      ),
      (
        "metric: activity.items\ncommunities: [makers]\nform: slope",
        "there are no two communities to compare",
        "add `communities:` with two or more, or `by:` with a cut of one"
      ),
      (
        "metric: activity.items\nby: channel\nform: matrix",
        "`activity.items` is not shown as `matrix`", "it is shown as `bars`, `slope`, `multiples`"
      ),
      (
        "metric: time_to_first_response.median\nby: startr",
        "`time_to_first_response.median` is not cut by `startr`", "did you mean `starter`?"
      ),
      (
        "metric: activity.items\ncommunities: [makers, maker]",
        "the site publishes no community `maker`", "did you mean `makers`?"
      ),
      (
        "metric: campaign_effect.before", "nothing of `campaign_effect.before` can be shown",
        "choose a longer `period:`, or another metric: values about too few people are withheld"
      ),
    ])
  func tells(block: String, message: String, fix: String) throws {
    let found = try site([block]).diagnostics.filter { $0.severity == .error }
    #expect(found.count == 1, "\(found.map(\.text))")
    #expect(found.first?.message.contains(message) == true, "\(found.map(\.text))")
    #expect(found.first?.fix?.contains(fix) == true || found.first?.text.contains(fix) == true)
    #expect(found.first?.location?.file == "Content/pages/about.md")
  }

  @Test func warnsOfMoreRemarksThanAreDrawn() throws {
    let remarks = ["2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"].map { "'\($0): a remark'" }
    let found = try site([
      "metric: activity.items\nperiod: quarter\nannotations: [\(remarks.joined(separator: ", "))]"
    ]).findings
    #expect(found.count == 1)
    #expect(found.first?.contains("the chart has 4 remarks, of which at most 3 are drawn") == true)
  }

  @Test func offersEachFigureToOtherSites() throws {
    let build = try SampleSite().with([
      "Content/insights/first.md": """
      ---
      title: Questions & answers
      summary: All of them.
      date: 2020-02-01
      communities: [makers]
      sources: [makers/q1]
      ---

      ```chart
      title: Questions & answers
      metric: activity.items
      period: all
      ```
      """
    ]).build()
    let page = build.files["insights/first/index.html"] ?? ""
    // Markup shown as text: each sign of it is escaped once more.
    #expect(
      page.contains("&lt;img src=&#34;https://insights.example/reports/insights/first/fig-1.svg"))
    #expect(page.contains("alt=&#34;Questions &amp;amp; answers. "))
    #expect(page.contains("https://insights.example/reports/insights/first/#fig-1"))
    #expect(page.contains("rel=&#34;license&#34;"))
  }

  @Test(
    "leaves out what all names begin with",
    arguments: [
      (["Camp/python", "Camp/java"], ["python", "java"]),
      (["Camp/python", "Other/java"], ["Camp/python", "Other/java"]),
      (["Camp/python", "Camp/"], ["Camp/python", "Camp/"]), (["Camp/python"], ["Camp/python"]),
      (["python", "java"], ["python", "java"]), ([], []),
    ])
  func shortensNames(names: [String], expected: [String]) {
    #expect(withoutCommonFolder(names) == expected)
  }
}
