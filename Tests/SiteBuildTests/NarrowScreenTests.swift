import SiteBuild
import Testing

/// Where a screen is too narrow for a table, each row is a block and each value has its head beside
/// it, once.
@Suite struct NarrowScreenTests {
  @Test(
    "names values beside them",
    arguments: [
      ("method/activity/index.html", "<td data-l=\"Unit\">items</td><td data-l=\"Meaning\">"),
      ("communities/index.html", "data-l=\"Without response, all times\""),
      ("data/index.html", "<td><a href=\"makers/activity.csv\">CSV<span"),
    ])
  func namesValues(path: String, expected: String) throws {
    let page = try SampleSite().build().page(path)
    #expect(page.contains(expected) && page.contains("<table class=\"stack\">"), "\(page)")
  }

  /// Definitions are translated; formulas, weaknesses and sources are in English.
  @Test func marksTheEnglishOfMetrics() throws {
    let site = SampleSite().with([
      "Content/site.yaml": "title: T\norganisation: A\nlanguage: ar\ndata_licence: CC-BY-4.0\n"
    ])
    let page = try site.build().page("method/time-to-first-response/index.html")
    #expect(page.contains("<dd lang=\"en\" dir=\"ltr\">Seconds from"))
    #expect(page.contains("<dd lang=\"en\" dir=\"ltr\">CHAOSS"))
  }
}
