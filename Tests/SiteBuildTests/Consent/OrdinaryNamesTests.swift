import Basics
import SiteBuild
import TestSupport
import Testing

/// A community may be called after a word that the build itself needs: its name is taken out of
/// texts, and what is read by machine still is.
@Suite struct OrdinaryNamesTests {
  /// A site with a community of that name, which was asked and has not answered.
  private func build(_ name: String, _ files: [String: String] = [:]) throws -> SampleBuild {
    let asked = """
      ---
      name: \(name)
      kind: Chat
      summary: They were asked.
      basis: consent
      ---
      """
    return try ConsentSite(files.merging(["Content/communities/asked.md": asked]) { $1 }).build()
  }

  @Test(arguments: [
    "Links", "Metrics", "Segment", "R", "Metric", "Community", "All", "Tags", "Data", "None",
  ]) func stopNoBuild(_ name: String) throws {
    let build = try build(name)
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    #expect(build.files["data/meadow.sqlite"] != nil)
  }

  @Test(arguments: ["Index", "Style", "Self", "Src"])
  func leavePagesWhereAndAsTheyAre(_ name: String) throws {
    let build = try build(name)
    let plain = try ConsentSite().build()
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    #expect(build.files.keys.sorted() == plain.files.keys.sorted())
    let page = build.page("insights/both/index.html")
    #expect(page.contains("img-src 'self' data:; style-src 'self'\">"))
    #expect(page.contains(" href=\"../../style.css\""))
    #expect(page.contains(" href=\"../../index.html\""))
  }

  @Test(arguments: ["Metric", "Segment", "Title", "Fields", "Description"])
  func leaveTheNamesOfFieldsAsTheyAre(_ name: String) throws {
    let build = try build(name)
    let plain = try ConsentSite().build()
    for path in ["data/makers/measurements.csv", "data/makers/measurements.json"] {
      #expect(build.page(path) == plain.page(path), "\(path)")
    }
    let package = build.page("data/datapackage.json")
    for key in ["\"title\": ", "\"fields\": [", "\"description\": ", "\"name\": \"segment\""] {
      #expect(package.contains(key), "\(key)")
    }
    #expect(build.page("feed.json").contains("\"title\": "))
  }

  @Test func areTakenOutOfValuesAndOfHeadingsThatAuthorsGave() throws {
    let about = """
      ---
      title: About
      ---

      ```sql a
      SELECT 'Metric' AS metric, 'of Metric' AS told, 7 AS "the Metric"
      ```
      """
    let build = try build(
      "Metric",
      [
        "Content/pages/about.md": about, "Content/static/list.json": "{\"metric\": \"Metric\"}\n",
        "Content/static/list.csv": "\"metric\"\n\"Metric\"\n",
      ])
    #expect(
      build.page("about/query-a.csv") == """
        "metric","told","the [withdrawn]"
        "[withdrawn]","of [withdrawn]","7"

        """)
    #expect(
      build.page("about/query-a.json") == """
        [
        {"metric":"[withdrawn]","told":"of [withdrawn]","the [withdrawn]":7}
        ]

        """)
    #expect(build.page("list.json") == "{\"[withdrawn]\": \"[withdrawn]\"}\n")
    #expect(build.page("list.csv") == "\"[withdrawn]\"\n\"[withdrawn]\"\n")
  }

  /// Without their signs they would be words of every text.
  @Test(arguments: [
    ("C++", "C and c-lib, C+, MyC++ and c.", "C++, c++ and C%2B%2B", "[], [] and []"),
    ("_why", "Why, and why not?", "_why said: ask _Why", "[] said: ask []"),
  ])
  func areTakenOutWithTheirSignsAlone(
    _ name: String, _ kept: String, _ told: String, _ masked: String
  ) throws {
    let build = try build(
      name, ["Content/static/list.txt": "\(kept) \(told)\n"])
    let expected = masked.replacing("[]", with: "[withdrawn]")
    #expect(build.page("list.txt") == "\(kept) \(expected)\n")
  }

  @Test func areLongestWithTheirSigns() throws {
    let other = "---\nname: C\nkind: Chat\nsummary: Asked.\nbasis: consent\n---\n"
    let build = try build(
      "C++",
      ["Content/communities/other.md": other, "Content/static/list.txt": "C++ or C, C+ too\n"])
    #expect(build.page("list.txt") == "[withdrawn] or [withdrawn], [withdrawn]+ too\n")
  }

  /// What numbers are found by stays in the tables; what is told of them does not.
  @Test(arguments: [
    ("Contributors", "FROM metrics WHERE metric = 'contributors'", 1),
    ("Contributors", "FROM metrics WHERE title = 'Contributors'", 0),
    ("All", "FROM (SELECT DISTINCT segment FROM measurements) WHERE segment = 'all'", 1),
  ]) func areNotInTheTables(_ name: String, _ rows: String, _ count: Int) throws {
    let about = "---\ntitle: About\n---\n\n```sql a\nSELECT count(*) AS n \(rows)\n```\n"
    let build = try build(name, ["Content/pages/about.md": about])
    #expect(build.page("about/query-a.csv") == "\"n\"\n\"\(count)\"\n", "\(build.findings)")
  }
}
