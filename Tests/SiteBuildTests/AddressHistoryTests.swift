import Basics
import SiteBuild
import TestSupport
import Testing

/// Addresses that were published before: where they lead now, or that they are gone.
@Suite struct AddressHistoryTests {
  /// An edition of 31 January 2020 with these addresses and what they were made of.
  private func edition(_ addresses: [String: String?]) throws -> [String: String] {
    let day = try #require(CalendarDay("2020-01-31"))
    var sources: [SitePath: String] = [:]
    for (address, source) in addresses { sources[try SitePath(address)] = source }
    let edition = Edition(
      day: day, communities: [EditionCommunity(slug: "makers", knownUntil: day)], rows: [],
      addresses: try addresses.keys.map { try SitePath($0) }, sources: sources)
    let text = String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    return ["Content/editions/2020-01-31.ndjson": text]
  }

  private let movedInsight = """
    ---
    title: Questions are answered
    summary: All of them.
    date: 2020-02-01
    communities: [makers]
    sources: [makers/q1]
    slug: all-answered
    ---

    Text.
    """

  private let settings = """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/reports
    data_licence: CC-BY-4.0

    """

  /// A site without its address has no feeds, and would seem to have lost them.
  @Test func tellsAWrongAddressOfTheSiteAlone() throws {
    let disk = try SampleSite().with(
      edition(["feed.xml": nil, "feed.json": nil, "sitemap.xml": nil])
    ).onDisk()
    let input = try #require(readSite(disk).input)
    var settings = BuildSettings(asOf: Timestamp(CalendarDay(daysSinceEpoch: 19_000)))
    settings.baseURL = "you.github.io/reports"
    let found = buildSite(input, settings).diagnostics.filter { $0.severity != .note }
    #expect(
      found.map(\.text) == [
        """
        error[S004]: the base URL `you.github.io/reports` is no web address
          = fix: write it as https://…
        """
      ])
  }

  @Test func findsAPageAgainByItsFile() throws {
    let build = try SampleSite().with(
      edition(["insights/first/index.html": "insights/first", "insights/first/fig-1.csv": nil])
    ).with(["Content/insights/first.md": movedInsight]).build()
    #expect(build.findings == [])
    #expect(build.page("insights/all-answered/index.html").contains("Questions are answered"))
    let page = build.page("insights/first/index.html")
    #expect(
      page.contains("<meta http-equiv=\"refresh\" content=\"0;url=../all-answered/index.html\">"))
    #expect(page.contains("<a href=\"../all-answered/index.html\">insights/all-answered/</a>"))
    #expect(
      page.contains(
        "<link rel=\"canonical\" "
          + "href=\"https://insights.example/reports/insights/all-answered/\">"))
    #expect(
      build.page("_redirects") == """
        /reports/insights/first/fig-1.csv /reports/insights/all-answered/ 301
        /reports/insights/first/ /reports/insights/all-answered/ 301
        /reports/insights/first/index.html /reports/insights/all-answered/ 301

        """)
  }

  /// Whoever has not said yes takes along what tells their name, and nothing else.
  @Test func findsAPageAgainBesideANameThatIsNotToBeTold() throws {
    var files = try edition(["guide/index.html": "pages/guide"])
    files["Content/pages/guide.md"] = "---\ntitle: Guide\nslug: handbook\n---\n\nText.\n"
    let build = try ConsentSite(files).build()
    #expect(!build.diagnostics.contains { $0.message.contains("leads nowhere") })
    #expect(build.page("guide/index.html").contains("url=../handbook/index.html"))
  }

  @Test func followsAnAlias() throws {
    let build = try SampleSite().with([
      "Content/pages/about.md": "---\ntitle: About\naliases: [us/, old.html]\n---\n\nText.\n"
    ]).with(edition(["us/index.html": nil])).build()
    #expect(build.findings == [])
    #expect(build.page("us/index.html").contains("url=../about/index.html"))
    #expect(build.page("old.html").contains("url=about/index.html"))
    #expect(
      build.page("redirects/nginx.conf") == """
        # Inside a `server` block: include this file.
        location = /reports/old.html { return 301 /reports/about/; }
        location = /reports/us/ { return 301 /reports/about/; }
        location = /reports/us/index.html { return 301 /reports/about/; }

        """)
    #expect(
      build.page("redirects/apache.conf") == #"""
        # In the server's configuration or in `.htaccess`; needs mod_alias.
        RedirectMatch 301 "^/reports/old\.html$" "/reports/about/"
        RedirectMatch 301 "^/reports/us/(index\.html)?$" "/reports/about/"

        """#)
    #expect(
      build.page("redirects/caddy.conf") == """
        # Inside a site block that has `root` and `file_server`: import this file.
        redir /reports/old.html /reports/about/ permanent
        redir /reports/us/ /reports/about/ permanent
        redir /reports/us/index.html /reports/about/ permanent

        """)
    // An old address is no page to be found.
    #expect(!build.page("sitemap.xml").contains("/reports/us/"))
  }

  /// What no file stands for cannot be named under `aliases:` of another.
  @Test func leadsFromShorterListsAndLostTags() throws {
    let note = "---\ntitle: Note\ntags: [glue]\n---\n\nText.\n"
    let build = try SampleSite().with(["Content/notes/one.md": note]).with(
      edition([
        "notes/page-2.html": nil, "tags/tea/index.html": nil, "tags/tea/page-2.html": nil,
        "tags/tea/feed.xml": nil, "tags/tea/feed.json": nil, "tags/glue/feed.xml": nil,
      ])
    ).build()
    #expect(build.findings == [])
    #expect(build.page("notes/page-2.html").contains("content=\"0;url=index.html\""))
    #expect(build.page("tags/tea/page-2.html").contains("content=\"0;url=../index.html\""))
    #expect(build.files["tags/tea/feed.xml"] == nil && build.files["tags/tea/feed.json"] == nil)
    #expect(
      build.page("_redirects") == """
        /reports/notes/page-2.html /reports/notes/ 301
        /reports/tags/glue/feed.xml /reports/feed.xml 301
        /reports/tags/tea/feed.json /reports/feed.json 301
        /reports/tags/tea/feed.xml /reports/feed.xml 301
        /reports/tags/tea/ /reports/tags/ 301
        /reports/tags/tea/index.html /reports/tags/ 301
        /reports/tags/tea/page-2.html /reports/tags/ 301

        """)
  }

  @Test func leadsFromTheLastTagToTheIndex() throws {
    let build = try SampleSite().with(
      edition(["tags/index.html": nil, "tags/tea/index.html": nil, "tags/tea/page-2.html": nil])
    ).build()
    #expect(build.findings == [])
    for page in ["tags/tea/index.html", "tags/tea/page-2.html"] {
      #expect(build.page(page).contains("content=\"0;url=../../a-to-z/index.html\""))
    }
    #expect(build.page("tags/index.html").contains("content=\"0;url=../a-to-z/index.html\""))
  }

  @Test func saysOfATagThatItIsGoneWhereTheAuthorDoes() throws {
    let gone = "gone:\n  - {address: tags/tea/, since: 2020-02-03, reason: Nobody drank it.}\n"
    let build = try SampleSite().with(
      edition(["tags/tea/index.html": nil, "tags/tea/feed.xml": nil])
    ).with(["Content/site.yaml": settings + gone]).build()
    #expect(build.findings == [])
    #expect(build.page("tags/tea/index.html").contains("Nobody drank it."))
    #expect(build.files["_redirects"] == "")
  }

  @Test(
    "does not guess where other addresses lead",
    arguments: [
      "notes/page-2.html", "notes/page-two.html", "tags/tea/cup/index.html", "a/feed.xml",
    ])
  func guessesNothing(address: String) throws {
    let build = try SampleSite().with(edition([address: nil])).build()
    #expect(build.findings.count == 1)
    #expect(build.findings.first?.hasPrefix("error[O7]: `") == true)
  }

  @Test func refusesToLoseAnAddress() throws {
    let build = try SampleSite().with(edition(["notes/tea/index.html": "notes/tea"])).build()
    #expect(
      build.findings == [
        """
        error[O7]: `notes/tea/` was published before and leads nowhere
          --> Content/editions/2020-01-31.ndjson:1:1
          = fix: name it under `aliases:` of the page that took its place, or under `gone:` in \
        Content/site.yaml
        """
      ])
  }

  @Test func saysThatALostPageIsHeldBack() throws {
    let build = try SampleSite().with(edition(["notes/tea/index.html": "notes/tea"])).with([
      "Content/notes/tea.md": "---\ntitle: Tea\ndraft: true\n---\n\nText.\n"
    ]).build()
    #expect(build.findings.count == 1)
    #expect(
      build.findings.first?.hasSuffix(
        "\n  = `Content/notes/tea.md`, of which it was made, is held back") == true,
      "\(build.findings)")
  }

  @Test func tellsReadersWhatIsGone() throws {
    let gone = """
      gone:
        - {address: notes/tea/, since: 2020-02-03, reason: It was wrong.}
        - {address: old/*, since: 2020-02-03, reason: Nobody read it.}

      """
    let build = try SampleSite().with(
      edition([
        "notes/tea/index.html": "notes/tea", "notes/tea/fig-1.csv": nil, "old/a/b.html": nil,
      ])
    ).with(["Content/site.yaml": settings + gone]).build()
    #expect(build.findings == [])
    let page = build.page("notes/tea/index.html")
    #expect(page.contains("<h1>This page is gone</h1>"))
    #expect(page.contains("3\u{A0}February\u{A0}2020. It was wrong."))
    #expect(build.page("old/a/b.html").contains("Nobody read it."))
    #expect(build.files["notes/tea/fig-1.csv"] == nil)
    #expect(
      build.page("redirects/nginx.conf").contains(
        "location = /reports/notes/tea/ "
          + "{ error_page 410 /reports/notes/tea/index.html; return 410; }\n"))
    #expect(
      build.page("redirects/apache.conf").contains(
        "RedirectMatch 410 \"^/reports/notes/tea/fig-1\\.csv$\"\n"))
  }

  @Test func forgetsACommunityThatIsNotThere() throws {
    // The edition names a community that the site publishes no more: none of its addresses counts.
    let day = try #require(CalendarDay("2020-01-31"))
    let edition = Edition(
      day: day,
      communities: [
        EditionCommunity(slug: "makers", knownUntil: day),
        EditionCommunity(slug: "tinkers", knownUntil: day),
      ], rows: [],
      addresses: [
        try SitePath("communities/tinkers/index.html"), try SitePath("data/tinkers/activity.csv"),
      ], sources: [try SitePath("communities/tinkers/index.html"): "communities/tinkers"])
    let text = String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    let build = try SampleSite().with(["Content/editions/2020-01-31.ndjson": text]).build()
    #expect(build.findings == [])
    #expect(!build.files.values.contains { $0.contains("tinkers") })
    #expect(build.files["_redirects"] == nil)
  }

  @Test(
    "says what is wrong with an alias",
    arguments: [
      (
        "aliases: [insights/first/]",
        """
        error[S006]: the alias `insights/first/` is the address of `Content/insights/first.md`
          --> Content/pages/about.md:3:11
        3 | aliases: [insights/first/]
          |           ^^^^^^^^^^^^^^^ an alias is an address that nothing has any more
        """
      ),
      (
        "aliases: [us/, us/index.html]",
        """
        error[S006]: the alias `us/index.html` is the address of `Content/pages/about.md` too
          --> Content/pages/about.md:3:16
        3 | aliases: [us/, us/index.html]
          |                ^^^^^^^^^^^^^ an alias is an address that nothing has any more
        """
      ),
      (
        "aliases: [Insights/first/]",
        """
        error[S006]: the alias `Insights/first/` and `insights/first/index.html` cannot stand side by side on every disk
          --> Content/pages/about.md:3:11
        3 | aliases: [Insights/first/]
          |           ^^^^^^^^^^^^^^^ leave the alias out, or spell it as the site does
        """
      ),
      (
        "aliases: [us/, Us/old/]",
        """
        error[S006]: the alias `Us/old/` and `us` cannot stand side by side on every disk
          --> Content/pages/about.md:3:16
        3 | aliases: [us/, Us/old/]
          |                ^^^^^^^ leave the alias out, or spell it as the site does
        """
      ),
      (
        "aliases: [../us/]",
        """
        error[S004]: `../us/` is no address inside the site
          --> Content/pages/about.md:3:11
        3 | aliases: [../us/]
          |           ^^^^^^ write it as `old/name/`
        """
      ),
      (
        "aliases: [/]",
        """
        error[S006]: the alias `/` is the address of a file of the site
          --> Content/pages/about.md:3:11
        3 | aliases: [/]
          |           ^ an alias is an address that nothing has any more
        """
      ),
      (
        "aliases: ['index.php?p=12']",
        """
        error[S004]: `index.php?p=12` is no address inside the site
          --> Content/pages/about.md:3:11
        3 | aliases: ['index.php?p=12']
          |           ^^^^^^^^^^^^^^^^ leave out what begins with `?` or `#`: hosts find a page by its path
        """
      ),
      (
        "aliases: [style.css]",
        """
        error[S006]: the alias `style.css` is the address of a file of the site
          --> Content/pages/about.md:3:11
        3 | aliases: [style.css]
          |           ^^^^^^^^^ an alias is an address that nothing has any more
        """
      ),
    ])
  func refusesAnAlias(line: String, expected: String) throws {
    let build = try SampleSite().with([
      "Content/pages/about.md": "---\ntitle: About\n\(line)\n---\n\nText.\n"
    ]).build()
    #expect(build.findings == [expected])
  }

  /// Nobody means a page whose name is a star, and nobody takes down all of a site.
  @Test(arguments: ["drafts/*.html", "*", "/*", "a/*/*", "old.php?p=1"])
  func refusesToCallGone(address: String) throws {
    let gone = "gone:\n  - {address: \"\(address)\", since: 2020-02-03, reason: No.}\n"
    let found = try SampleSite().with(["Content/site.yaml": settings + gone]).readingFindings()
    #expect(found.count == 1)
    #expect(
      found.first?.contains(
        "`address` wants an address inside the site (`old/name/`), not the text `\(address)`")
        == true, "\(found)")
  }

  @Test func refusesToCallGoneWhatIsThere() throws {
    let gone = "gone:\n  - {address: about/, since: 2020-02-03, reason: No.}\n"
    let build = try SampleSite().with(["Content/site.yaml": settings + gone]).build()
    #expect(
      build.findings == [
        """
        error[S006]: `about/index.html` is declared gone, and the site has it
          --> Content/site.yaml:6:5
        6 |   - {address: about/, since: 2020-02-03, reason: No.}
          |     ^ remove the entry, or what stands at the address
        """
      ])
  }

  @Test("writes unusual names for every host", arguments: ["über uns/", "%C3%BCber%20uns/"])
  func writesUnusualNames(alias: String) throws {
    let build = try SampleSite().with([
      "Content/pages/about.md": "---\ntitle: About\naliases: [\"\(alias)\"]\n---\n\nText.\n"
    ]).build()
    #expect(build.findings == [])
    #expect(
      build.page("_redirects").hasPrefix("/reports/%C3%BCber%20uns/ /reports/about/ 301\n"))
    #expect(
      build.page("redirects/nginx.conf").contains(
        "location = \"/reports/über uns/\" { return 301 /reports/about/; }"))
  }

  /// Stars and braces match or mean other things in Caddy's paths, a dollar in nginx's arguments.
  @Test func writesSignsThatServersReadOtherwise() throws {
    let gone = "gone:\n  - {address: \"c$d/\", since: 2020-02-03, reason: It was wrong.}\n"
    let build = try SampleSite().with(edition(["c$d/index.html": nil])).with([
      "Content/site.yaml": settings + gone,
      "Content/pages/about.md": "---\ntitle: About\naliases: [\"a%2A{b}/\"]\n---\n\nText.\n",
    ]).build()
    #expect(build.findings == [])
    #expect(
      build.page("redirects/caddy.conf").hasPrefix(
        #"""
        # Inside a site block that has `root` and `file_server`: import this file.
        @moved1 path_regexp "^/reports/a\*\{b\}/(index\.html)?$"
        redir @moved1 /reports/about/ permanent
        @gone1 path "/reports/c$d/" "/reports/c$d/index.html"

        """#))
    #expect(
      build.page("redirects/nginx.conf").contains(
        #"location = "/reports/c$d/" { error_page 410 "${uri}index.html"; return 410; }"#))
  }
}
