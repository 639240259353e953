import SiteBuild
import Testing

/// Pages that no file stands for are named by their addresses.
@Suite struct PageLinkTests {
  private func page(_ text: String) throws -> SampleBuild {
    try SampleSite().with([
      "Content/pages/about.md": """
      ---
      title: About
      ---

      \(text)
      """
    ]).build()
  }

  @Test(arguments: [
    ("../method/time-to-first-response/", "../method/time-to-first-response/index.html"),
    ("../method/time-to-first-response/index.html", "../method/time-to-first-response/index.html"),
    ("../data/#columns", "../data/index.html#columns"), ("/data/", "../data/index.html"),
    ("/data/meadow.sqlite", "../data/meadow.sqlite"), ("../insights/", "../insights/index.html"),
  ])
  func leadsTo(address: String, href: String) throws {
    let build = try page("See [it](\(address)).")
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("<a href=\"\(href)\">it</a>"))
  }

  @Test func suggestsTheNearest() throws {
    #expect(
      try page("See [it](../methd/).").findings == [
        """
        error[S005]: the link `../methd/` leads to no file of this site
          --> Content/pages/about.md:5:10
        5 | See [it](../methd/).
          |          ^^^^^^^^^ did you mean `../method`?
        """
      ])
  }
}
