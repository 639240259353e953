import Basics
import SiteBuild
import TestSupport
import Testing

@Suite struct SectionTests {
  /// A section of three pages, shown two at a time, with one in a folder below.
  private var site: SampleSite {
    var site = SampleSite().with([
      "Content/docs/index.md":
        "---\ntitle: Handbook\nsummary: How we work.\nmenu: true\n---\n\nRead.",
      "Content/docs/old.md": page("Old", "date: 2020-01-01\ntags: [Glue, \"Release 4\"]"),
      "Content/docs/new.md": page("New", "date: 2020-02-01\ntags: [glue]"),
      "Content/docs/undated.md": page("Undated", "slug: always"),
      "Content/docs/deep/er/leaf.md": page("Leaf", "tags: [Glue]"),
    ])
    site.files["Content/site.yaml"]? += "\nlist_length: 2"
    return site
  }

  private func page(_ title: String, _ front: String) -> String {
    "---\ntitle: \(title)\n\(front)\n---\n\n## First part\n\nOne.\n\n### A detail\n\n## Second part\n\nTwo.\n"
  }

  @Test func listsPagesNewestFirstInParts() throws {
    let build = try site.build()
    #expect(build.findings == [])
    let first = build.page("docs/index.html")
    #expect(first.contains("<h1>Handbook</h1>"))
    #expect(first.contains("<p>Read.</p>"))
    #expect(order(["href=\"new/index.html\"", "href=\"old/index.html\""], in: first))
    #expect(!first.contains("always/"))
    #expect(first.contains("<a rel=\"next\" href=\"page-2.html\">"))
    let second = build.page("docs/page-2.html")
    #expect(second.contains("href=\"always/index.html\""))
    #expect(second.contains("<a rel=\"prev\" href=\"index.html\">"))
    #expect(!second.contains("<p>Read.</p>"))
    #expect(build.files["docs/page-3.html"] == nil)
  }

  @Test func leadsFromPageToPageAndToItsParts() throws {
    let page = try site.build().page("docs/old/index.html")
    #expect(page.contains("<a rel=\"next\" href=\"../new/index.html\">"))
    #expect(page.contains("<a rel=\"prev\" href=\"../always/index.html\">"))
    #expect(
      order(["href=\"#first-part\"", "href=\"#a-detail\"", "href=\"#second-part\""], in: page))
    #expect(page.contains("<li class=\"sub\"><a href=\"#a-detail\">A detail</a></li>"))
    #expect(page.contains("<li><a href=\"../index.html\">Handbook</a></li>"))
  }

  @Test func putsASectionThatAsksForItIntoTheMenu() throws {
    let build = try site.build()
    let menu = build.page("index.html").prefix { $0 != "§" }
    #expect(menu.contains("<li><a href=\"docs/index.html\">Handbook</a></li>"))
    #expect(build.page("docs/new/index.html").contains("aria-current=\"page\">Handbook</a>"))
  }

  @Test func makesSectionsOfFoldersInFolders() throws {
    let build = try site.build()
    #expect(build.page("docs/index.html").contains("<a href=\"deep/index.html\">Deep</a> (0)"))
    #expect(build.page("docs/deep/index.html").contains("<a href=\"er/index.html\">Er</a> (1)"))
    #expect(build.page("docs/deep/er/leaf/index.html").contains("<h1>Leaf</h1>"))
  }

  @Test func gathersWhatBearsATagUnderItsMostUsedSpelling() throws {
    let build = try site.build()
    let tags = build.page("tags/index.html")
    #expect(order(["href=\"glue/index.html\">Glue</a> (3)", "Release 4</a> (1)"], in: tags))
    #expect(build.page("tags/release-4/index.html").contains("../../docs/old/index.html"))
    let glue = build.page("tags/glue/index.html")
    #expect(order(["../../docs/new/index.html", "../../docs/old/index.html"], in: glue))
    #expect(build.page("tags/glue/page-2.html").contains("../../docs/deep/er/leaf/index.html"))
    #expect(build.page("docs/new/index.html").contains("<a href=\"../../tags/glue/index.html\">"))
  }

  @Test func feedsEachSectionAndTag() throws {
    let build = try site.build()
    let feed = build.page("docs/feed.xml")
    #expect(feed.contains("<title>Handbook · Insights</title>"))
    #expect(
      order(
        [
          "https://insights.example/reports/docs/new/",
          "https://insights.example/reports/docs/old/",
        ], in: feed))
    #expect(!feed.contains("always"))
    #expect(feed.contains("<updated>2020-02-01T00:00:00Z</updated>"))
    #expect(build.files["tags/glue/feed.json"] != nil)
    #expect(build.page("docs/new/index.html").contains("href=\"../feed.xml\""))
  }

  /// A feed that never tells anything is none.
  @Test func feedsNothingWithoutADate() throws {
    let build = try SampleSite().with([
      "Content/rooms/hall.md": "---\ntitle: Hall\ntags: [quiet]\n---\n"
    ]).build()
    #expect(build.files["rooms/index.html"] != nil && build.files["rooms/feed.xml"] == nil)
    #expect(build.files["tags/quiet/index.html"] != nil)
    #expect(build.files["tags/quiet/feed.json"] == nil)
    for page in ["rooms/index.html", "rooms/hall/index.html"] {
      #expect(!build.page(page).contains("href=\"feed.xml\""))
      #expect(build.page(page).contains("../feed.xml\""))
    }
  }

  @Test func feedsTheNewestPagesOfEveryKindForAll() throws {
    let build = try site.with([
      "Content/pages/news.md": "---\ntitle: News\ndate: 2020-01-15\n---\n\nText."
    ]).build()
    #expect(build.findings == [])
    let addresses = ["docs/new/", "insights/first/", "news/", "docs/old/"]
    for file in ["feed.xml", "feed.json"] {
      let feed = build.page(file)
      #expect(order(addresses.map { "https://insights.example/reports/\($0)" }, in: feed))
      #expect(!feed.contains("reports/about/"))
    }
    #expect(build.page("about/index.html").contains("href=\"../feed.xml\""))
  }

  @Test func tellsTheWebOfASiteWithoutCommunities() throws {
    var site = site
    site.files = site.files.filter { !["communities", "insights"].contains(part($0.key)) }
    site.files["Content/pages/about.md"] = page("About", "date: 2020-03-01")
    let build = try site.build()
    // Its snapshot is still there.
    #expect(build.findings.map { $0.prefix(13) } == ["warning[S012]"])
    #expect(build.page("sitemap.xml").contains("<loc>https://insights.example/reports/docs/new/"))
    #expect(build.page("feed.xml").contains("<updated>2020-03-01T00:00:00Z</updated>"))
  }

  /// `Content/docs/new.md` → `docs`
  private func part(_ path: String) -> Substring {
    path.split(separator: "/").dropFirst().first ?? ""
  }

  @Test func writesAddressesOfAnyScriptAsTheWebDoes() throws {
    let build = try site.with(["Content/docs/may.md": page("May", "date: 2020-01-01\ntags: [März]")]
    ).build()
    #expect(build.findings == [])
    let address = "https://insights.example/reports/tags/m%C3%A4rz/"
    #expect(
      build.page("tags/märz/index.html").contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(build.page("sitemap.xml").contains("<loc>\(address)</loc>"))
    #expect(build.page("tags/märz/feed.xml").contains("href=\"\(address)\""))
  }

  @Test func listsTheHeadingsOfAPlainPageThatAsksForIt() throws {
    let build = try site.with([
      "Content/pages/long.md": page("Long", "toc: true"),
      "Content/pages/short.md": page("Short", "toc: false"),
    ]).build()
    #expect(build.findings == [])
    #expect(
      build.page("long/index.html")
        .contains("<li class=\"sub\"><a href=\"#a-detail\">A detail</a></li>"))
    #expect(!build.page("short/index.html").contains("class=\"toc\""))
  }

  @Test(
    "tells how long reading takes, at 200 words a minute",
    arguments: [(1, 1), (299, 1), (300, 2), (2099, 10), (2100, 11)])
  func tellsReadingTime(words: Int, minutes: Int) throws {
    let text = String(repeating: "a\tb \n", count: words / 2) + (words % 2 == 1 ? "é" : "")
    let build = try site.with(["Content/docs/words.md": "---\ntitle: W\n---\n\n\(text)"]).build()
    let noun = minutes == 1 ? "minute" : "minutes"
    #expect(build.page("docs/words/index.html").contains("<dd>\(minutes) \(noun)</dd>"))
  }

  @Test func holdsBackDraftsAndTheFuture() throws {
    let build = try site.with([
      "Content/docs/draft.md": page("Draft", "draft: true\ntags: [secret]"),
      "Content/docs/future.md": page("Future", "date: 2022-01-09"),
      "Content/docs/today.md": page("Today", "date: 2022-01-08"),
    ]).build()
    #expect(build.heldBack == 2)
    #expect(build.files["docs/draft/index.html"] == nil)
    #expect(build.files["docs/future/index.html"] == nil)
    #expect(build.files["tags/secret/index.html"] == nil)
    #expect(build.files["docs/today/index.html"] != nil)
  }

  @Test func linksToPagesBySourceFile() throws {
    let build = try site.with([
      "Content/docs/links.md":
        "---\ntitle: L\n---\n\nSee [it](undated.md#first-part) and [all](index.md)."
    ]).build()
    #expect(build.findings == [])
    let page = build.page("docs/links/index.html")
    #expect(page.contains("href=\"../always/index.html#first-part\""))
    #expect(page.contains("href=\"../index.html\">all</a>"))
  }

  @Test func findsTwoPagesOnOneAddress() throws {
    let found = try site.with([
      "Content/docs/always.md": page("Twin", ""),
      "Content/tags/mine.md": page("Mine", ""),
      "Content/pages/data.md": "---\ntitle: Data\n---\n",
    ]).build().findings
    #expect(
      found == [
        """
        error[S006]: `Content/docs/always.md` and `Content/docs/undated.md` have one address, \
        `docs/always/`
          --> Content/docs/undated.md:1:1
          = fix: rename one of them, or give it a `slug:`
        """,
        """
        error[S006]: `Content/pages/data.md` has the address of the site's own `data/`
          --> Content/pages/data.md:1:1
          = fix: rename one of them, or give it a `slug:`
        """,
        """
        error[S006]: `Content/tags` has the address of the site's own `tags/`
          --> Content/tags:1:1
          = fix: rename one of them, or give it a `slug:`
        """,
      ])
  }

  @Test func warnsAboutAFolderWithNearlyTheNameOfACollection() throws {
    let found = try SampleSite().with(["Content/insight/a.md": page("A", "")]).readingFindings()
    #expect(
      found == [
        """
        warning[S020]: `Content/insight` is no collection, so its files are plain pages
          --> Content/insight:1:1
          = fix: did you mean `insights`?
        """
      ])
  }

  @Test func tellsOneCauseOnManyPagesOnce() throws {
    let broken =
      "{% extends \"base.html\" %}{% block main %}{{ 1 / (entry.words - entry.words) }}{% endblock %}"
    let found = try site.with(["Templates/section-page.html": broken]).build().findings
    #expect(found.count == 1)
    #expect(found[0].contains("Templates/section-page.html:1:"))
    #expect(found[0].hasSuffix("\n  = rendering Content/docs/new.md and 3 more"))
  }
}
