import Basics
import SiteBuild
import Testing

@Suite struct BuildSiteTests {
  @Test func buildsThePagesAndFilesOfASmallSite() throws {
    let build = try SampleSite().build()
    #expect(build.findings == [])
    // Each metric has a page of its own below the method page.
    let pages = build.files.keys.filter { path in
      path.hasSuffix(".html") && (path == "method/index.html" || !path.hasPrefix("method/"))
    }.sorted()
    #expect(
      pages == [
        "404.html", "a-to-z/index.html", "about/index.html", "communities/index.html",
        "communities/makers/index.html",
        "data/index.html", "index.html", "insights/first/index.html", "insights/index.html",
        "method/index.html",
      ])
    #expect(build.files["style.css"] != nil)
    #expect(build.page("method/time-to-first-response/index.html").contains("Kaplan"))
    #expect(build.page("data/makers/activity.csv").hasPrefix("\"community\",\"metric\""))
    #expect(build.page("index.html").contains("<h1>Questions are answered</h1>"))
  }

  @Test func fillsInlineValuesFromTheMeasurements() throws {
    let page = try SampleSite().build().page("insights/first/index.html")
    #expect(page.contains("There were 2 questions."))
  }

  @Test func linksSourcesToTheirPostsAndEscapesTheirTitles() throws {
    let page = try SampleSite().build().page("insights/first/index.html")
    #expect(page.contains("href=\"https://makers.example/t/1\""))
    #expect(page.contains("How do I &lt;b&gt;weld&lt;/b&gt;?"))
    #expect(!page.contains("<b>weld"))
  }

  /// Hosts show it at any depth, where a relative link would lead astray.
  @Test func thePageForLostReadersLeadsHomeFromAnywhere() throws {
    let page = try SampleSite().build().page("404.html")
    #expect(page.contains("<link rel=\"stylesheet\" href=\"/reports/style.css\">"))
    #expect(page.contains("<a class=\"brand\" href=\"/reports/index.html\">"))
    let links = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
    #expect(links.allSatisfy { $0 == "#main" || $0.hasPrefix("/reports/") || $0.contains("://") })
  }

  @Test func thePageForLostReadersIsRelativeWhereNoAddressIsKnown() throws {
    let nowhere = "title: Insights\norganisation: Acme\ndata_licence: CC-BY-4.0\n"
    let page = try SampleSite().with(["Content/site.yaml": nowhere]).build().page("404.html")
    #expect(page.contains("<link rel=\"stylesheet\" href=\"style.css\">"))
  }

  @Test func listsQuestionsWithoutAResponse() throws {
    let page = try SampleSite().build().page("communities/makers/index.html")
    #expect(page.contains("And glue?"))
    #expect(page.contains("href=\"https://makers.example/t/2\""))
  }

  @Test func printsNoFigureAboutTwoPeople() throws {
    let build = try SampleSite().build()
    let rows = build.page("data/makers/contributors.csv").split(separator: "\n").dropFirst()
    #expect(!rows.isEmpty)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let isHidden = cells[4] == "\"\"" && row.contains("suppressed")
      #expect(isHidden || cells[4] == "\"0\"", "\(row)")
    }
    #expect(
      build.page("communities/index.html").contains("<td class=\"r\" data-l=\"People\">–")
        || build.page("communities/index.html").contains("[c]"))
  }

  @Test func worksFromASubFolderSinceLinksAreRelative() throws {
    let build = try SampleSite().build()
    #expect(
      build.page("about/index.html").contains("href=\"../communities/makers/index.html\""))
    #expect(
      build.page("about/index.html").contains(
        "<link rel=\"canonical\" href=\"https://insights.example/reports/about/\">"))
    // Hosts show the page for lost readers at any depth, so it alone knows its folder.
    for (path, text) in build.files where path.hasSuffix(".html") && path != "404.html" {
      #expect(!text.contains("href=\"/"), "\(path)")
    }
  }

  @Test func givesTheSameBytesForTheSameInput() throws {
    #expect(try SampleSite().build().files == SampleSite().build().files)
  }

  @Test func leavesOutTheCommunityWithoutABasis() throws {
    let community = """
      ---
      name: Makers
      kind: Forum
      summary: People who make things.
      ---
      """
    let build = try SampleSite().with([
      "Content/communities/makers.md": community,
      "Content/insights/first.md":
        "---\ntitle: A\nsummary: B\ndate: 2020-02-01\ncommunities: []\n---\n",
      "Content/pages/about.md": "---\ntitle: About\n---\n",
    ]).build()
    #expect(build.files["communities/makers/index.html"] == nil)
    #expect(!build.files.keys.contains { $0.contains("makers") })
    #expect(
      build.findings.contains(
        """
        warning[S007]: `makers` has no page: the community has no basis: its file must state \
        `basis: consent`, `licence` or `terms`
          --> Content/communities/makers.md:1:1
          = fix: add `basis:` and `proof:`
        """))
  }

  @Test("says that a basis lacks its proof", arguments: ["licence", "terms"])
  func asksForTheProofOfABasis(basis: String) throws {
    let community =
      "---\nname: Makers\nkind: Forum\nsummary: People who make things.\nbasis: \(basis)\n---\n"
    let build = try SampleSite().with(["Content/communities/makers.md": community]).build()
    #expect(
      build.findings.contains(
        """
        warning[S007]: `makers` has no page: `basis: \(basis)` needs `proof:`
          --> Content/communities/makers.md:5:8
        5 | basis: \(basis)
          |        \(String(repeating: "^", count: basis.count)) add `proof:` with the address \
        where the \(basis) can be read
        """), "\(build.findings)")
  }

  @Test func accountsForEveryRecordThatWasRead() throws {
    var site = SampleSite()
    site.withheld = ["<b>no</b> conversation": 12, "identical copy": 1]
    let build = try site.build()
    #expect(build.findings == [])
    let numbers = build.page("data/index.html").matches(of: /<data class="(\w+)" value="(\d+)">/)
      .map { "\($0.1) \($0.2)" }
    #expect(
      numbers == ["read 16", "measured 3", "withheld 12", "withheld 1", "quarantined 0"])
    #expect(build.page("data/index.html").contains("</data> &lt;b&gt;no&lt;/b&gt; conversation<"))
  }

  @Test func warnsOfNamesThatMayBeTakenForOthers() throws {
    var site = SampleSite()
    site.answerer = "\u{412}en"
    let text = site.files["Content/communities/makers.md"] ?? ""
    site = site.with([
      "Content/communities/makers.md": text.replacing("name: Makers", with: "name: M\u{430}kers"),
      "Content/pages/about.md": """
      ---
      title: About
      ---

      ```quote
      community: makers
      item: a1
      words: with care
      ```
      """,
    ])
    let build = try site.build()
    #expect(
      build.findings == [
        """
        warning[S045]: `M\u{430}kers` has Latin and Cyrillic letters, so it may be taken for another \
        name
          --> Content/communities/makers.md:1:1
          = fix: make sure that the name is theirs
        """,
        """
        warning[S045]: `\u{412}en` has Cyrillic and Latin letters, so it may be taken for another name
          --> Content/pages/about.md:5:1
        5 | ```quote
          | ^^^^^^^^ make sure that the name is theirs
        """,
      ])
    #expect(build.page("about/index.html").contains("<bdi>\u{412}en</bdi>"))
  }

  @Test func overridesOneTemplateWithoutCopyingTheRest() throws {
    let build = try SampleSite().with([
      "Templates/page.html": """
      {% extends "base.html" %}{% block main %}<h1>Ours: {{ page.title }}</h1>{{ body }}{% endblock %}
      """
    ]).build()
    #expect(build.findings == [])
    #expect(build.page("about/index.html").contains("<h1>Ours: About</h1>"))
    #expect(build.page("index.html").contains("<h1>Questions are answered</h1>"))
  }
}
