import LinkDirectory
import SiteBuild
import Testing

/// Pages that lay everything side by side.
@Suite struct OverviewPageTests {
  private static let job = """
    ---
    title: Mend a chair
    phrases: [glue]
    ---
    """

  @Test func laysCommunitiesBesideJobs() throws {
    let build = try SampleSite().with(["Content/jobs/mend.md": Self.job]).build()
    #expect(build.findings == [])
    let page = build.page("places/index.html")
    // One question names glue and waits; three posts are too few for a median of a place.
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"../jobs/index.html#mend\">Mend a chair</a></th>"
          + "<td class=\"r\" data-l=\"Makers\">1<span class=\"sub\">1 without a response</span></td>"
      ), "\(page)")
    #expect(page.contains("<a href=\"../communities/makers/index.html\">Makers</a>"))
    // The source does not say who of them is ours.
    #expect(
      page.contains(
        "<th scope=\"row\">We asked</th><td class=\"r\" data-l=\"Makers\">not measurable"))
    #expect(
      build.page("index.html").contains("<a href=\"places/index.html\">Which place for what</a>"))
  }

  /// A community's own page says whose questions wait in its heading, and not in every row.
  @Test func namesThePlaceOfAQuestionOnlyBesideOthers() throws {
    let build = try SampleSite().build()
    let place = "<span class=\"sub\">Makers"
    #expect(build.page("index.html").contains(place))
    let page = build.page("communities/makers/index.html")
    #expect(page.contains("data-l=\"Waiting\"") && !page.contains(place))
  }

  /// On a community's own page the heading above the key figures tells their period.
  @Test func tellsThePeriodOfKeyFiguresOnce() throws {
    let build = try SampleSite().build()
    #expect(build.page("index.html").contains("<dt>Posts and comments, whole time</dt>"))
    let page = build.page("communities/makers/index.html")
    #expect(page.contains("<dt>Posts and comments</dt>"))
    #expect(!page.contains("<dt>Posts and comments, whole time"))
  }

  @Test func saysInWordsThatAKeyFigureIsWithheld() throws {
    let page = try SampleSite().build().page("communities/makers/index.html")
    #expect(
      page.contains("<div class=\"v\">[c] <small>too few people, not shown</small></div>"))
  }

  @Test func hasNoSuchPageWithoutJobs() throws {
    let build = try SampleSite().build()
    #expect(build.files["places/index.html"] == nil)
    #expect(!build.page("index.html").contains("Which place for what"))
  }

  @Test func thanksThoseWhoAgreedToBeNamed() throws {
    let people = """
      {"id":"p-0007","name":"Yolanda Quux","note":"Read a draft"}
      {"id":"p-0008","name":"Adam Zoerk"}

      """
    let site = try ConsentSite(["Content/consent/people.ndjson": people])
    try site.grantPersonally([.credit])
    try site.grantPersonally([.expert], person: "p-0008")
    let build = try site.build()
    let page = build.page("credits/index.html")
    #expect(
      page.contains("<li><bdi>Yolanda Quux</bdi>: Read a draft</li>") && !page.contains("Zoerk"))
    #expect(build.page("index.html").contains("<a href=\"credits/index.html\">Thanks</a>"))
    try site.no(.revoke, [.credit], subject: "p-0007", place: nil)
    #expect(try site.build().files["credits/index.html"] == nil)
  }

  @Test func showsTheTopicsOfAYear() throws {
    var site = SampleSite()
    site.earlier = (1...6).map { ("m-\($0)", "glue", "About glue.") }
    let build = try site.build()
    #expect(build.findings == [])
    let page = build.page("topics/index.html")
    #expect(page.contains("<h1>Topics</h1>") && page.contains("glue"), "\(page)")
    #expect(build.page("index.html").contains("<a href=\"topics/index.html\">Topics</a>"))
  }

  @Test func showsNoCharactersOfATagThatNobodySees() throws {
    var site = SampleSite()
    site.earlier = (1...6).map { ("m-\($0)", "gl\u{202E}ue\u{E0041}", "About glue.") }
    let build = try site.build()
    for path in ["topics/index.html", "communities/makers/index.html"] {
      let page = build.page(path)
      #expect(page.contains(">glue<"), "\(page)")
      #expect(!page.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{E0041}" })
    }
  }

  @Test func hasNoTopicsPageWhereNoneCanBeShown() throws {
    let build = try SampleSite().build()
    #expect(build.files["topics/index.html"] == nil)
    #expect(!build.page("index.html").contains("topics/index.html"))
  }

  @Test func listsEveryNameByItsFirstLetter() throws {
    let build = try SampleSite().with([
      "Content/jobs/mend.md": Self.job,
      "Content/notes/one.md": "---\ntitle: “about” paint\n---\n",
      "Content/notes/two.md": "---\ntitle: 7 screws\n---\n",
      "Content/notes/three.md": "---\ntitle: Öl\n---\n",
    ]).build()
    #expect(build.findings == [])
    let page = build.page("a-to-z/index.html")
    let letters = page.matches(of: /<h3 id="[^"]*">([^<]*)<\/h3>/).map { String($0.1) }
    #expect(letters == letters.sorted() && letters.first == "#" && !letters.contains("Ö"))
    func names(_ letter: String) -> [String] {
      let start = page.firstRange(of: ">\(letter)</h3>")?.upperBound ?? page.endIndex
      let end = page[start...].firstRange(of: "</ul>")?.lowerBound ?? page.endIndex
      return page[start..<end].matches(of: /<a href="([^"]*)">([^<]*)<\/a>/)
        .map { "\($0.2) \($0.1)" }
    }
    #expect(names("#") == ["7 screws ../notes/two/index.html"])
    #expect(names("O").contains("Öl ../notes/three/index.html"))
    #expect(
      names("A").prefix(2) == [
        "About ../about/index.html", "“about” paint ../notes/one/index.html",
      ])
    #expect(names("M").contains("Mend a chair ../jobs/index.html#mend"))
    #expect(names("M").contains("Makers ../communities/makers/index.html"))
    #expect(names("N").contains("Notes ../notes/index.html"))
    #expect(names("Q") == ["Questions are answered ../insights/first/index.html"])
  }

  @Test func listsOnlyTheSectionsOfAVeryLargeSite() throws {
    var site = SampleSite()
    for number in 0...500 { site.files["Content/notes/n\(number).md"] = "---\ntitle: Zebra\n---\n" }
    let page = try site.build().page("a-to-z/index.html")
    #expect(page.contains("../notes/index.html") && !page.contains("Zebra"))
  }
}
