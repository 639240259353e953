import Basics
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// What a ledger makes of a site.
@Suite struct ConsentSiteTests {
  private static let page = "communities/c-7f3k9q/index.html"

  @Test func buildsNoPageWithoutAGrantAndSaysWhyAndGoesOn() throws {
    let build = try ConsentSite().build()
    #expect(build.files[Self.page] == nil)
    #expect(build.files["communities/makers/index.html"] != nil)
    #expect(!build.diagnostics.hasErrors)
    #expect(
      build.short.contains(
        "L017 `zoerk-forum` has no page: the community stands on consent, and the ledger shows no "
          + "grant of `metrics`"))
    #expect(build.files["directory/index.html"] == nil, "a site without a ledger has no directory")
    #expect(!build.files.values.contains { $0.contains("Zörk") })
  }

  @Test func addressesItsPageByItsRandomId() throws {
    let site = try ConsentSite()
    try site.grant()
    let build = try site.build()
    #expect(build.findings == [])
    let page = build.page(Self.page)
    #expect(page.contains("<h1>Zörk &amp; Söhne Forum</h1>"))
    #expect(page.contains("href=\"https://z%C3%B6rk-forum.example/\""), "it wants to be linked")
    #expect(build.page("data/c-7f3k9q/activity.csv").contains("\"c-7f3k9q\""))
    for (path, text) in build.files {
      #expect(!path.contains(ConsentSite.slug), "\(path)")
      #expect(!text.contains("zoerk-forum"), "\(path)")
    }
  }

  @Test func namesNobodyWhoAllowsFiguresAlone() throws {
    let site = try ConsentSite()
    try site.grant([.metrics])
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors)
    let page = build.page(Self.page)
    #expect(page.contains("<h1>Community c-7f3k9q</h1>"))
    #expect(page.contains("The people of [withdrawn] mind things."))
    #expect(
      page.contains("href=\"https://z%C3%B6rk-forum.example/t/1\""),
      "a citation needs no link scope")
    #expect(!page.contains("href=\"https://z%C3%B6rk-forum.example/\""), "a recommendation does")
    #expect(!build.files.values.contains { $0.contains("Söhne") })
    #expect(build.page("directory/index.html").contains("No community is listed"))
  }

  @Test func listsThoseWhoWantToBeLinked() throws {
    let site = try ConsentSite()
    try site.grant()
    let build = try site.build()
    let page = build.page("directory/index.html")
    #expect(page.contains("<li id=\"c-7f3k9q\">"))
    #expect(page.contains("<h3><bdi>Zörk &amp; Söhne Forum</bdi></h3>"))
    #expect(
      page.contains("<span lang=\"de\">Deutsch</span>, <span lang=\"en\">English</span> · Forum"))
    #expect(page.contains("a moderator"))
    #expect(page.contains("<time datetime=\"2027-01-02\">"))
    #expect(page.contains("link, name, figures, quotes"))
    #expect(page.contains("href=\"../communities/c-7f3k9q/index.html\""))
    for word in ["nofollow", "noreferrer", "ping=", "utm_"] { #expect(!page.contains(word)) }
    #expect(
      build.page("directory/directory.opml").contains("htmlUrl=\"https://zörk-forum.example/\"")
        || build.page("directory/directory.opml").contains("url=\"https://zörk-forum.example/\""))
    #expect(build.page("directory/directory.json").contains("\"id\": \"c-7f3k9q\""))
    #expect(build.page("directory/changes.xml").contains("Zörk &amp; Söhne Forum is listed"))
  }

  @Test(
    "speaks the language of the site",
    arguments: [
      (
        "de", "Verzeichnis der Orte", "Link, Name, Zahlen, Zitate", "die Moderation",
        "[zurückgezogen]"
      ), ("ar", "دليل الروابط", "الرابط، الاسم، الأرقام، الاقتباسات", "أحد المشرفين", "[مسحوب]"),
    ])
  func speaks(
    language: String, title: String, allows: String, role: String, mark: String
  ) throws {
    let site = try ConsentSite([
      "Content/site.yaml": "title: Insights\norganisation: Acme\nlanguage: \(language)\n"
    ])
    try site.grant()
    let page = try site.build().page("directory/index.html")
    for words in [title, allows, role] { #expect(page.contains(words)) }
    try site.no(.revoke, [.name])
    let build = try site.build()
    #expect(build.page(Self.page).contains("The people of \(mark) mind things."))
    #expect(!build.files.values.contains { $0.contains("[withdrawn]") })
  }

  @Test func keepsAHostThatAnEndedPlaceSharesWithWww() throws {
    let site = try ConsentSite()
    try site.grant()
    try site.grant(
      at: "2026-01-03T00:00:00Z", until: "2026-02-01T00:00:00Z", subject: "c-8f3k9q",
      place: "https://www.zörk-forum.example/wiki")
    let page = try site.build().page(Self.page)
    #expect(page.contains("href=\"https://z%C3%B6rk-forum.example/\""))
  }

  @Test func goesAtOnceWhenItSaysNo() throws {
    let site = try ConsentSite()
    try site.grant()
    try site.no()
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors)
    #expect(build.page(Self.page).contains("This page was withdrawn."))
    #expect(!build.files.keys.contains { $0.hasPrefix("data/c-7f3k9q") })
    #expect(!build.page("directory/index.html").contains("c-7f3k9q"))
    #expect(!build.page("directory/changes.xml").contains("c-7f3k9q"))
    #expect(!build.page("sitemap.xml").contains("c-7f3k9q"))
    #expect(
      build.short.contains(
        "L017 not published, `c-7f3k9q`: it was revoked on 2026-03-01 (link, name, metrics, quotes)"
      ))
  }

  @Test(
    "at every end",
    arguments: [
      ("2027-01-01T23:59:59Z", true), ("2027-01-02T00:00:00Z", false),
    ])
  func goesInTheSecondItsConsentEnds(asOf: String, isThere: Bool) throws {
    let site = try ConsentSite()
    try site.grant()
    let build = try site.build(asOf: asOf)
    #expect(build.page(Self.page).contains("Zörk") == isThere)
    #expect(build.short.contains { $0.hasPrefix("L016 `c-7f3k9q` ends on 2027-01-02") } == isThere)
  }

  @Test func makesOneNeutralPageOfEveryWithdrawnOne() throws {
    let site = try ConsentSite([
      "Content/insights/only.md": """
      ---
      title: They mind things
      summary: Truly.
      date: 2020-02-02
      communities: [zoerk-forum]
      sources: [zoerk-forum/q1]
      ---

      As [seen](../communities/zoerk-forum.md).
      """,
      "Content/pages/about.md": """
      ---
      title: About
      ---

      See [them](../communities/zoerk-forum.md) and [this](../insights/only.md).
      """,
    ])
    try site.grant()
    #expect(try site.build().page("insights/only/index.html").contains("They mind things"))
    try site.no()
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors)
    let neutral = build.page("insights/only/index.html")
    #expect(neutral.contains("This page was withdrawn."))
    let text = { (page: String) in
      page.firstRange(of: "<main").map { page[$0.lowerBound...] }
        .flatMap { rest in rest.firstRange(of: "</main>").map { rest[..<$0.lowerBound] } }
    }
    #expect(text(neutral) == text(build.page(Self.page)), "all alike")
    #expect(!build.page("insights/index.html").contains("They mind things"))
    #expect(!build.page("index.html").contains("They mind things"))
    let about = build.page("about/index.html")
    #expect(about.contains("href=\"../communities/c-7f3k9q/index.html\""))
    #expect(about.contains("href=\"../insights/only/index.html\""))
  }

  /// Whoever has a link to it is told, wherever the front matter put the page.
  @Test func leavesTheNeutralPageWhereTheWithdrawnOneWas() throws {
    let site = try ConsentSite([
      "Content/insights/only.md": """
      ---
      title: They mind things
      summary: Truly.
      date: 2020-02-02
      communities: [zoerk-forum]
      sources: [zoerk-forum/q1]
      slug: what-they-mind
      ---

      Text.
      """
    ])
    try site.grant()
    let address = "insights/what-they-mind/index.html"
    #expect(try site.build().page(address).contains("They mind things"))
    try site.no()
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors)
    #expect(build.page(address).contains("This page was withdrawn."))
    #expect(build.files["insights/only/index.html"] == nil)
  }

  /// A list has no line that leads nowhere.
  @Test func leavesOutAPageWhoseAddressTellsAName() throws {
    let build = try ConsentSite([
      "Content/notes/first.md": "---\ntitle: First\nslug: zoerk-forum\n---\n\nText.\n",
      "Content/notes/second.md": "---\ntitle: Second\n---\n\nText.\n",
    ]).build()
    #expect(!build.diagnostics.hasErrors)
    #expect(build.page("notes/index.html").contains("Second"))
    #expect(!build.page("notes/index.html").contains("First"))
  }

  @Test func leavesOutWhatIsBuiltOnAWithdrawnCommunityWithAWarning() throws {
    let site = try ConsentSite([
      "Content/insights/both.md": """
      ---
      title: Questions are answered
      summary: All of them.
      date: 2020-02-01
      communities: [makers, zoerk-forum]
      sources: [zoerk-forum/q1]
      ---

      There were {{ measure("activity.items", community="zoerk-forum") | number }} of them.

      ```quote
      community: zoerk-forum
      item: q1
      words: Nobody minds the kwyjibo here.
      ```

      ```chart
      community: zoerk-forum
      metric: activity.items
      title: They write
      ```
      """
    ])
    try site.grant()
    #expect(try site.build().page("insights/both/index.html").contains("kwyjibo"))
    try site.no()
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    let page = build.page("insights/both/index.html")
    #expect(page.contains("There were [withdrawn] of them."))
    #expect(!page.contains("kwyjibo") && !page.contains("They write"))
    #expect(
      build.short.contains(
        "L019 the community has no live consent, so the quote is left out"))
    #expect(
      build.short.contains("L019 the community has no live consent, so this is left out"))
  }

  @Test func printsNamesInProseAsWithdrawnAndTellsTheAuthorWhere() throws {
    let site = try ConsentSite([
      "Content/pages/about.md": """
      ---
      title: About
      ---

      We like Zörk & Söhne Forum, also called Quaxly. Quaxly is nice.
      """
    ])
    try site.grant()
    try site.no()
    let build = try site.build()
    let page = build.page("about/index.html")
    #expect(page.contains("We like [withdrawn], also called [withdrawn]. [withdrawn] is nice."))
    let warning = build.diagnostics.first { $0.location?.file == "Content/pages/about.md" }
    #expect(
      warning?.text == """
        warning[L019]: the text names a community without a live consent: it is printed as \
        “[withdrawn]”
          --> Content/pages/about.md:5:9
        5 | We like Zörk & Söhne Forum, also called Quaxly. Quaxly is nice.
          |         ^^^^^^^^^^^^^^^^^^ write it without the name
          = and 2 more in this file
        """)
  }

  @Test("letters lead the way through more than 20", arguments: [20, 21])
  func addsLettersToALongDirectory(count: Int) throws {
    let site = try ConsentSite()
    for number in 0..<count {
      let letter = String(UnicodeScalar(UInt8(ascii: "u") - UInt8(number)))
      try site.grant(
        [.link], subject: "c-place\(letter)", place: "https://\(letter)-place.example/")
    }
    let page = try site.build().page("directory/index.html")
    #expect(page.contains("\(count) communities, in alphabetical order."))
    #expect(page.contains("<ul class=\"letters\">") == (count > 20))
    let places = page.split(separator: "<li id=\"").dropFirst().map { $0.prefix(8) }
    #expect(places == places.sorted() && places.count == count, "by name, never ranked")
    if count > 20 { #expect(page.contains("<li><a href=\"#c-placea\">A</a></li>")) }
  }

  @Test func refusesAClockThatWasTurnedBack() throws {
    let site = try ConsentSite()
    try site.grant()
    try site.no()
    let build = try site.build(asOf: "2026-02-01T00:00:00Z")
    #expect(build.diagnostics.hasErrors)
    #expect(build.diagnostics.contains { $0.code.id == "L010" })
  }

  @Test func refusesADamagedLedger() throws {
    let site = try ConsentSite()
    try site.grant()
    let text = try #require(site.disk.texts[LedgerFile.path])
    try site.disk.write(
      Array(text.replacing("moderator", with: "owner").utf8), to: SitePath(LedgerFile.path))
    let reading = readSite(site.disk)
    #expect(reading.diagnostics.map(\.code.id) == ["L022"])
  }

  @Test func countsThoseWhoHaveNotAnsweredWithoutNamingThem() throws {
    let site = try ConsentSite([
      "Content/communities/asked.md": """
      ---
      name: Asked Ones
      kind: Chat
      summary: They were asked.
      basis: consent
      ---
      """
    ])
    try site.grant()
    let build = try site.build()
    #expect(
      build.page("directory/index.html").contains(
        "One community has been asked and has not answered"))
    #expect(!build.files.values.contains { $0.contains("Asked Ones") })
  }

  @Test func keepsThePagesOfALicensedCommunityThatOnlyLeavesTheDirectory() throws {
    let site = try ConsentSite()
    let text = try #require(site.disk.texts["Content/communities/makers.md"])
    try site.disk.write(
      Array(text.replacing("basis: licence", with: "subject: c-aaaa1\nbasis: licence").utf8),
      to: SitePath("Content/communities/makers.md"))
    try site.grant(subject: "c-aaaa1", place: "https://makers.example/")
    try site.no(.revoke, [.link], subject: "c-aaaa1", place: "https://makers.example/")
    let left = try site.build()
    #expect(left.page("communities/makers/index.html").contains("<h1>Makers</h1>"))
    #expect(!left.page("directory/index.html").contains("makers.example"))
    try site.no(
      .revoke, [.metrics], at: "2026-04-01T00:00:00Z", subject: "c-aaaa1",
      place: "https://makers.example/")
    let gone = try site.build()
    #expect(!gone.diagnostics.hasErrors, "\(gone.findings)")
    #expect(gone.files["communities/makers/index.html"] == nil)
    #expect(gone.page("communities/c-aaaa1/index.html").contains("withdrawn"))
  }
}

/// What the newest snapshot says of evidence that is a post.
@Suite struct PostEvidenceTests {
  /// A site whose other community gave its yes in the post `q1`, or said there that a suspension was none.
  private func site(
    sentence: Bool, _ kind: ConsentEvent.Kind = .grant
  ) throws -> ConsentSite {
    let site = try ConsentSite()
    let scopes: [ConsentScope] = [.link, .name, .metrics]
    if kind == .resume {
      try site.grant(scopes)
      try site.no(.suspend, scopes, at: "2026-02-01T00:00:00Z")
    }
    let notice = ConsentNotice(version: 1, language: "en", bytes: Array("May we?\n".utf8)).reference
    let expires = try #require(Timestamp("2027-01-02T00:00:00Z"))
    var event = ConsentEvent(
      kind, id: "01000000000000000000000009",
      subject: try #require(ConsentSubject(ConsentSite.subject)),
      at: try #require(Timestamp("2026-03-01T00:00:00Z")))
    event.scopes = scopes
    event.place = WebAddress(ConsentSite.place)
    event.role = .moderator
    event.standing = .post
    event.method = .post
    if kind == .grant {
      event.purpose = .directory
      event.notice = notice
      event.expires = expires
    }
    let terms = ConsentTerms(
      target: ConsentSite.place, scopes: scopes, notice: notice.sha256, expires: expires)
    let words = GrantSentence.text(terms)
    if sentence {
      for (path, text) in site.disk.texts
      where path.hasPrefix("Content/snapshots/zoerk-forum") && path.hasSuffix("items.ndjson") {
        let changed = text.replacing(ConsentSite.words, with: words)
        try site.disk.write(Array(changed.utf8), to: SitePath(path))
        try rehash(path, old: text, new: changed, in: site)
      }
    }
    _ = try enter(
      ConsentEntry(
        event,
        proof: .init(
          bytes: Array(words.utf8), url: WebAddress("https://zörk-forum.example/t/1"),
          captured: event.at)),
      in: site.disk)
    return site
  }

  private func rehash(_ path: String, old: String, new: String, in site: ConsentSite) throws {
    let manifest = String(path.dropLast("items.ndjson".count)) + "manifest.json"
    let text = try #require(site.disk.texts[manifest])
    let changed = text.replacing(
      sha256Text(Array(old.utf8)), with: sha256Text(Array(new.utf8)))
    try site.disk.write(Array(changed.utf8), to: SitePath(manifest))
  }

  @Test(arguments: [ConsentEvent.Kind.grant, .resume])
  func holdsAsLongAsThePostSaysSo(kind: ConsentEvent.Kind) throws {
    let build = try site(sentence: true, kind).build()
    #expect(build.page("communities/c-7f3k9q/index.html").contains("Zörk"))
  }

  @Test func lapsesWhenThePostSaysSomethingElse() throws {
    let build = try site(sentence: false).build()
    #expect(
      build.short.contains(
        "L017 not published, `c-7f3k9q`: the post that gave it is gone or says something else now "
          + "(link, name, metrics)"))
    #expect(!build.diagnostics.hasErrors)
    #expect(!build.page("directory/index.html").contains("Zörk"))
  }

  @Test func staysSuspendedWhenThePostThatResumedSaysSomethingElse() throws {
    let build = try site(sentence: false, .resume).build()
    #expect(
      build.short.contains(
        "L017 not published, `c-7f3k9q`: it is suspended since 2026-02-01 (link, name, metrics)"))
    #expect(!build.diagnostics.hasErrors)
    #expect(!build.page("directory/index.html").contains("Zörk"))
  }

  @Test func takesAPostWithTheRoleOfItsAuthor() throws {
    let site = try ConsentSite()
    let post = try readPost("q1", of: "makers", in: site.disk)
    #expect(post.address.text == "https://makers.example/t/1")
    #expect(!post.isByModerator)
    #expect(
      String(decoding: post.evidence, as: UTF8.self) == """
        Post: https://makers.example/t/1
        Published: 2020-01-06T10:00:00Z
        Role of its author: member

        Slowly.

        """)
    #expect(throws: PostRefusal.self) { try readPost("q9", of: "makers", in: site.disk) }
    #expect(throws: PostRefusal.self) { try readPost("q1", of: "nobody", in: site.disk) }
  }
}
