import Basics
import LinkDirectory
import OpenWeb
import SiteBuild
import Starter
import TestSupport
import Testing

@Suite struct StarterSiteTests {
  /// Ordinary days, the ends of months and years, and a leap day.
  @Test(arguments: [
    (StarterLanguage.english, "2025-12-31"), (.english, "2026-01-01"), (.english, "2026-03-01"),
    (.english, "2026-07-31"), (.english, "2028-02-29"), (.german, "2026-11-25"),
    (.arabic, "2026-11-25"),
  ])
  func buildsAtOnceWithNothingFound(language: StarterLanguage, day: String) throws {
    let build = try StarterSite(language: language).built(on: day)
    #expect(build.findings == [])
    #expect(build.pages > 20)
  }

  @Test func buildsWithoutAnAddressToo() throws {
    #expect(try StarterSite(address: nil).built(on: "2026-11-25").findings == [])
  }

  @Test func holdsTheRulesOfTheOpenWebWhenLookedAtFromOutside() throws {
    let files = try StarterSite().built(on: "2026-11-25").files
    #expect(checkSite(BuiltSite(files: files), baseURL: "https://insights.example/") == [])
  }

  @Test func tellsTheStoryThatItsFiguresTell() throws {
    let build = try StarterSite().built(on: "2026-11-25")
    let page = build.page("insights/first-wait/index.html")
    #expect(page.contains("In 2026-08, when 2.0 came out"))
    #expect(page.contains("People asked 37 questions in that month, against 18 the month before."))
    // The words of the insight hold only while the month of the release is the longest wait.
    let waits = try medians(build.page("data/sample-forum/time_to_first_response.csv"))
    let release = try #require(waits["2026-08"])
    #expect(release > 2 * (waits["2026-07"] ?? .infinity))
    #expect(release > 2 * (waits["2026-10"] ?? .infinity))
  }

  @Test(arguments: [
    (StarterLanguage.english, "waited 13 h 53 or longer"), (.german, "13 Std. 53 oder länger"),
    (.arabic, "13 س 53 د"),
  ])
  func writesNumbersInProseAsItsLanguageDoes(language: StarterLanguage, words: String) throws {
    let page = try StarterSite(language: language).built(on: "2026-11-25")
      .page("insights/first-wait/index.html")
    let prose = page.split(separator: "\n").filter { $0.hasPrefix("<p>") }.joined()
      .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(prose.contains(words), "\(prose)")
  }

  /// The medians of the months in seconds, as the downloads have them.
  private func medians(_ table: String) throws -> [String: Double] {
    var found: [String: Double] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.filter { $0 != "\"" }
      }
      if cells[1] == "time_to_first_response.median", cells[3] == "all" {
        found[cells[2]] = Double(cells[4])
      }
    }
    return found
  }

  @Test(
    "says that conversations are counted as they are",
    arguments: [
      (StarterLanguage.english, "Posts and conversations are counted as they are"),
      (.german, "Beiträge und Gespräche werden gezählt, wie sie sind"),
      (.arabic, "أما المشاركات والمحادثات فتُعدّ كما هي"),
    ])
  func saysWhatIsCountedAsItIs(language: StarterLanguage, words: String) throws {
    let page = try StarterSite(language: language).built(on: "2026-11-25").page("about/index.html")
    #expect(page.contains(words))
  }

  @Test func labelsWhatIsInvented() throws {
    let build = try StarterSite().built(on: "2026-11-25")
    for page in ["index.html", "communities/sample-forum/index.html", "briefs/support/index.html"] {
      #expect(build.page(page).contains("Sample data"), "\(page)")
    }
  }

  @Test func putsTheForumInTheDirectoryByItsConsent() throws {
    let build = try StarterSite().built(on: "2026-11-25")
    #expect(build.page("directory/index.html").contains("https://forum.lantern.example/"))
    // A year later nobody has said yes again.
    let later = try StarterSite().built(on: "2026-11-25", lookedAtOn: "2027-11-25")
    #expect(!later.page("directory/index.html").contains("https://forum.lantern.example/"))
  }

  @Test func givesTheSameBytesForTheSameDay() throws {
    let day = try #require(CalendarDay("2026-11-25"))
    let site = StarterSite()
    #expect(try site.written(on: day).texts == site.written(on: day).texts)
  }

  @Test func quotesNamesForTheirFile() throws {
    let site = StarterSite(title: "Ana's \"back\\slash\": #1", organisation: "N: o")
    let build = try site.built(on: "2026-11-25")
    #expect(build.findings == [])
    #expect(build.page("index.html").contains("Ana&#39;s &#34;back\\slash&#34;: #1"))
  }

  @Test(arguments: [
    "", "  ", "two\nlines", "bell\u{7}", "\u{202E}back", String(repeating: "a", count: 201),
  ])
  func refusesNamesThatAreNoLine(text: String) {
    #expect(SingleLine(text) == nil)
  }

  @Test(arguments: 1...12)
  func leavesNoHalfSnapshotOrLedgerWhenTheDiskFails(call: Int) throws {
    let disk = MemoryFileSystem(failingAtCall: call)
    let answers = try StarterSite().answers()
    let day = try #require(CalendarDay("2026-11-25"))
    #expect(throws: StarterRefusal.self) { try writeStarterSite(answers, on: day, into: disk) }
  }
}

struct StarterSite {
  var language = StarterLanguage.english
  var title = "Community insights"
  var organisation = "Acme"
  var address: String? = "https://insights.example/"

  func answers() throws -> StarterAnswers {
    StarterAnswers(
      title: try #require(SingleLine(title)),
      organisation: try #require(SingleLine(organisation)),
      address: address.flatMap { WebAddress($0) }, language: language)
  }

  func written(on day: CalendarDay) throws -> MemoryFileSystem {
    let disk = MemoryFileSystem()
    try writeStarterSite(try answers(), on: day, into: disk)
    return disk
  }

  /// Written on a day, and built that day at ten, or later.
  func built(on day: String, lookedAtOn later: String? = nil) throws -> StarterBuild {
    let reading = readSite(try written(on: try #require(CalendarDay(day))))
    let last = try #require(CalendarDay(later ?? day))
    let moment = Timestamp(secondsSinceEpoch: Timestamp(last).secondsSinceEpoch + 36_000)
    let result = reading.input.map { buildSite($0, BuildSettings(asOf: moment)) }
    return StarterBuild(
      findings: (reading.diagnostics + (result?.diagnostics ?? [])).map(\.text),
      files: result?.files ?? [], pages: result?.pages ?? 0)
  }
}

struct StarterBuild {
  /// Notes among them.
  var findings: [String]
  var files: [OutputFile]
  var pages: Int

  func page(_ path: String) -> String {
    files.first { $0.path.text == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
