import Basics
import Foundation
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// The page that searches the site, for those who ask for it.
@Suite struct SearchTests {
  private static let settings = """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/reports
    data_licence: CC-BY-4.0
    """
  private static let note = [
    "Content/notes/one.md": "---\ntitle: One\ntags: [glue]\n---\n\nText.\n"
  ]

  private static func build(_ more: [String: String] = [:], search: Bool = true) throws
    -> SampleBuild
  {
    let settings = settings + (search ? "\nsearch: pagefind\n" : "")
    return try SampleSite().with(note).with(["Content/site.yaml": settings]).with(more).build()
  }

  @Test func isThereForThoseWhoAskForIt() throws {
    let build = try Self.build()
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    let page = build.page("search/index.html")
    #expect(page.contains("<script type=\"module\">"))
    #expect(page.contains("<a href=\"../a-to-z/index.html\">A to Z</a>"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"style.css\">"))
    #expect(build.page("search/style.css").contains("#search input"))
    #expect(
      build.page("a-to-z/index.html").contains(
        "<a href=\"../search/index.html\">Search the texts of all pages</a>"))
    #expect(build.page("method/index.html").contains("On one page, a script runs in your browser"))
    for page in ["index.html", "notes/one/index.html"] {
      #expect(build.page(page).components(separatedBy: "search/index.html").count == 3)
    }
  }

  /// Whoever does not ask for it has no trace of it.
  @Test func isNotThereOtherwise() throws {
    let build = try Self.build(search: false)
    #expect(build.files.keys.filter { $0.hasPrefix("search/") } == [])
    for (path, text) in build.files where path.hasSuffix(".html") {
      #expect(!text.contains("pagefind") && !text.contains("search/"), "\(path)")
    }
  }

  @Test func runsAScriptOnNoOtherPage() throws {
    let build = try Self.build()
    let strict = "content=\"default-src 'none'; img-src 'self' data:; style-src 'self'\">"
    for (path, text) in build.files where path.hasSuffix(".html") && path != "search/index.html" {
      #expect(
        !text.contains("<script>") && !text.contains("module") && text.contains(strict), "\(path)")
    }
  }

  @Test(arguments: [
    ("index.html", false), ("insights/index.html", false), ("insights/first/index.html", true),
    ("method/contributors/index.html", true), ("notes/one/index.html", true),
    ("notes/index.html", true),
    ("communities/makers/index.html", true), ("404.html", false), ("a-to-z/index.html", false),
    ("search/index.html", false), ("tags/index.html", false), ("tags/glue/index.html", false),
  ])
  func findsTextsAndNoLists(path: String, isSearched: Bool) throws {
    #expect(
      try Self.build().page(path).contains("<main id=\"main\" data-pagefind-body>") == isSearched)
  }

  @Test func saysInWhichPartAPageIs() throws {
    let page = try Self.build().page("notes/one/index.html")
    #expect(
      page.contains("<li><a href=\"../index.html\" data-pagefind-meta=\"part\">Notes</a></li>"))
    #expect(page.components(separatedBy: "data-pagefind-meta").count == 2)
  }

  @Test(arguments: ["de", "ar"])
  func speaksTheLanguageOfTheSite(language: String) throws {
    let build = try Self.build([
      "Content/site.yaml": Self.settings + "\nsearch: pagefind\nlanguage: \(language)\n"
    ])
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    let words = ["de": "Gesuchte Wörter", "ar": "كلمات البحث"]
    #expect(build.page("search/index.html").contains("data-label=\"\(words[language] ?? "")\""))
  }

  @Test func refusesAnotherTool() throws {
    let site = SampleSite().with(["Content/site.yaml": Self.settings + "\nsearch: pagefnd\n"])
    #expect(
      try site.readingFindings() == [
        """
        error[S004]: `search` wants one of `pagefind`, not the text `pagefnd`
          --> Content/site.yaml:5:9
        5 | search: pagefnd
          |         ^^^^^^^ did you mean `pagefind`?
        """
      ])
  }

  @Test func refusesFilesWhereTheIndexGoes() throws {
    let files = [
      "Content/static/pagefind/pagefind.js": "x", "Content/static/pagefind/notes.txt": "y",
    ]
    #expect(
      try Self.build(files).findings.filter { !$0.contains("S040") } == [
        """
        error[S006]: `Content/static/pagefind/pagefind.js` lies where the search index goes
          --> Content/static/pagefind/pagefind.js:1:1
          = fix: remove it: the index is made of the built site
        """
      ])
    #expect(try Self.build(files, search: false).findings.filter { !$0.contains("S040") } == [])
  }

  @Test func leadsToTheIndexOfNamesWhenItIsSwitchedOff() throws {
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    let disk = try SampleSite().with([
      "Content/site.yaml": Self.settings + "\nsearch: pagefind\n"
    ]).onDisk()
    let input = try #require(readSite(disk).input)
    let table = try #require(readMeasurements(disk, asOf: asOf).table)
    let sealing = sealEdition(
      input, on: try #require(CalendarDay("2020-01-31")), BuildSettings(asOf: asOf), newest: table)
    _ = try writeEdition(try #require(sealing.edition), replacing: false, to: disk)
    try disk.write(Array(Self.settings.utf8), to: SitePath("Content/site.yaml"))
    let build = try SampleSite.build(disk)
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    #expect(build.page("search/index.html").contains("url=../a-to-z/index.html"))
  }
}
