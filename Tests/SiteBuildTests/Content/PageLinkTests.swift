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

  @Test(
    "finds a file whose name an address has to encode",
    arguments: ["</my füße.txt>", "/my%20f%C3%BC%C3%9Fe.txt"])
  func findsAnEncodedName(link: String) throws {
    let build = try SampleSite().with([
      "Content/static/my füße.txt": "x",
      "Content/pages/about.md": "---\ntitle: About\n---\n\nSee [it](\(link)).\n",
    ]).build()
    #expect(build.findings == [])
    #expect(
      build.page("about/index.html").contains("<a href=\"../my%20f%C3%BC%C3%9Fe.txt\">it</a>"))
  }

  @Test(
    "says of a page that is not there yet why",
    arguments: [
      (
        "draft: true", "the link `../notes/tea.md` leads to a draft",
        "take the link out, or publish the draft: it is in the internal edition alone"
      ),
      (
        "date: 2031-02-03", "the link `../notes/tea.md` leads to a page that is still to come",
        "take the link out, or let this page wait for 2031-02-03 too"
      ),
    ])
  func saysWhatIsHeldBack(line: String, message: String, fix: String) throws {
    let build = try SampleSite().with([
      "Content/notes/tea.md": "---\ntitle: Tea\n\(line)\n---\n\nText.\n",
      "Content/pages/about.md": "---\ntitle: About\n---\n\nSee [it](../notes/tea.md).\n",
    ]).build()
    #expect(build.findings.count == 1)
    #expect(build.findings.first?.contains(message) == true, "\(build.findings)")
    #expect(build.findings.first?.contains(fix) == true)
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
