import Basics
import CommunityData
import Measures
import SiteBuild
import TestSupport
import Testing

@Suite struct SealEditionTests {
  private let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))

  private func seal(
    _ disk: MemoryFileSystem, _ day: String, newest: MemoryFileSystem? = nil
  ) throws -> EditionSealing {
    let day = try #require(CalendarDay(day))
    let input = try #require(readSite(disk, upTo: day).input)
    let table = try #require(
      readMeasurements(newest ?? disk, asOf: Timestamp(CalendarDay(daysSinceEpoch: 19_000))).table)
    return sealEdition(input, on: day, BuildSettings(asOf: asOf), newest: table)
  }

  /// What is sealed of a site without errors.
  private func sealed(
    _ disk: MemoryFileSystem, _ day: String, newest: MemoryFileSystem? = nil
  ) throws -> Edition {
    let sealing = try seal(disk, day, newest: newest)
    #expect(sealing.diagnostics.filter { $0.severity == .error }.map(\.text) == [])
    return try #require(sealing.edition)
  }

  @Test func keepsEveryAddressButTheStylesheet() throws {
    let edition = try sealed(SampleSite().onDisk(), "2020-01-31")
    let built = try SampleSite().build().files.keys.filter { $0 != "style.css" }.sorted()
    #expect(edition.addresses.map(\.text) == built)
    #expect(edition.communities.map(\.slug) == ["makers"])
    #expect(edition.communities.map(\.knownUntil.description) == ["2020-01-31"])
  }

  @Test func readsBackWhatItWrote() throws {
    let disk = try SampleSite().onDisk()
    let edition = try sealed(disk, "2020-01-31")
    #expect(try writeEdition(edition, replacing: false, to: disk) == .written)
    #expect(try writeEdition(edition, replacing: false, to: disk) == .unchanged)
    #expect(readEditions(disk).editions == [edition])
    #expect(try sealed(disk, "2020-01-31") == edition)
  }

  @Test func overwritesAnotherEditionOnlyWhenAskedTo() throws {
    let path = "Content/editions/2020-01-31.ndjson"
    let before = EditionFixture.text("2020-01-31", addresses: ["index.html"])
    let disk = try SampleSite().with([path: before]).onDisk()
    let edition = try sealed(disk, "2020-01-31")
    let refusal = #expect(throws: EditionRefusal.self) {
      _ = try writeEdition(edition, replacing: false, to: disk)
    }
    guard case .saysSomethingElse(let diagnostic) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(
      diagnostic.text == """
        error[E004]: the edition is sealed already and says something else
          --> Content/editions/2020-01-31.ndjson:1:1
          = fix: keep it, or replace it with --replace
        """)
    #expect(disk.texts[path] == before)
    #expect(try writeEdition(edition, replacing: true, to: disk) == .replaced)
    #expect(readEditions(disk).editions == [edition])
  }

  @Test func saysThatNothingWasKnown() throws {
    let sealing = try seal(SampleSite().onDisk(), "2019-12-31")
    #expect(sealing.edition == nil)
    #expect(
      sealing.diagnostics.filter { $0.severity == .error }.map(\.text) == [
        """
        error[E005]: no community was known on 2019-12-31
          = fix: seal the day of a snapshot or a later one
        """
      ])
  }

  @Test func sealsNothingOfASiteWithErrors() throws {
    let site = SampleSite().with(["Content/pages/lost.md": "---\ntitle: A\n---\n[b](b.md)\n"])
    let sealing = try seal(site.onDisk(), "2020-01-31")
    #expect(sealing.edition == nil)
    #expect(sealing.diagnostics.hasErrors)
  }

  @Test func leavesOutWhatWasWrittenAfterNewerDataCame() throws {
    let disk = try YearSite().onDisk(days: ["2020-01-31", "2020-07-31"])
    let early = try sealed(disk, "2020-01-31")
    let late = try sealed(disk, "2020-07-31")
    let insights = { (edition: Edition) in
      edition.addresses.map(\.text).filter { $0.hasPrefix("insights/") }
    }
    #expect(insights(early) == ["insights/index.html", "insights/spring/index.html"])
    #expect(
      insights(late) == [
        "insights/autumn/index.html", "insights/index.html", "insights/spring/index.html",
      ])
  }

  @Test func keepsOnlyFinishedPeriodsAndOfPeopleNoWholeTime() throws {
    let disk = try YearSite().onDisk(days: ["2020-02-15"])
    let edition = try sealed(disk, "2020-02-15")
    let text = String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    let people = #""metric":"contributors","period":"#
    #expect(text.contains(people + #""2019","segment":"all","value":6,"unit":"people""#))
    #expect(text.contains(people + #""2020-01""#))
    #expect(text.contains(#""metric":"activity.items","period":"all""#))
    for period in ["all", "2020", "2020-02", "2020-Q1"] {
      #expect(!text.contains(people + "\"\(period)\""), "\(period)")
    }
    #expect(!text.contains("unfinished"))
    #expect(!text.contains("-W"))
  }

  @Test func keepsANumberWithoutANoteWhereItsPeriodBeganBeforeTheData() throws {
    let disk = try YearSite(from: "2019-02-10").onDisk(days: ["2020-01-31"])
    let edition = try sealed(disk, "2020-01-31")
    let text = String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    #expect(text.contains(#""period":"2019","segment":"all","value":60,"unit":"items"}"#))
    #expect(!text.contains("begun earlier"))
    #expect(try writeEdition(edition, replacing: false, to: disk) == .written)
    #expect(readEditions(disk).editions == [edition])
  }

  @Test func withholdsWhatTheNewestTableWithholds() throws {
    let disk = try YearSite().onDisk(days: ["2020-01-31"])
    let stricter = try YearSite(k: 7).onDisk(days: ["2020-01-31"])
    let text = { (edition: Edition) in
      String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    }
    let row = #"{"community":"makers","metric":"contributors","period":"2019","segment":"all","#
    #expect(
      text(try sealed(disk, "2020-01-31")).contains(
        row + #""value":6,"unit":"people"}"#))
    #expect(
      text(try sealed(disk, "2020-01-31", newest: stricter)).contains(
        row + #""unit":"people","note":"suppressed"}"#))
  }

  @Test func withholdsWhatTheFewWouldMakeTheDifferenceOf() throws {
    let disk = try YearSite().onDisk(days: ["2020-01-31"])
    let later = try YearSite(people: 7).onDisk(days: ["2020-01-31"])
    let edition = try sealed(disk, "2020-01-31", newest: later)
    let text = String(decoding: EditionFile.bytes(of: edition), as: UTF8.self)
    #expect(
      text.contains(
        #""contributors","period":"2019","segment":"all","unit":"people","note":"suppressed"}"#))
    #expect(text.contains(#""activity.items","period":"2019","segment":"all","value":72,"#))
  }

  /// Nobody writes twice within thirty days, be it of six people or of seven: the share is the same.
  @Test func withholdsAShareThatIsTheSameOfOtherPeople() throws {
    let disk = try YearSite().onDisk(days: ["2020-01-31"])
    let later = try YearSite(people: 7).onDisk(days: ["2020-01-31"])
    func row(_ edition: Edition) throws -> EditionRow {
      try #require(
        edition.rows.first {
          $0.metric == "conversion.second_item" && $0.period.description == "2019"
        })
    }
    #expect(try row(sealed(disk, "2020-01-31")).estimate?.n == 6)
    let withheld = try row(sealed(disk, "2020-01-31", newest: later))
    #expect(withheld.estimate == nil && withheld.note == "suppressed")
  }

  @Test func tellsThatTheDiskRefused() throws {
    let disk = try SampleSite().onDisk()
    let edition = try sealed(disk, "2020-01-31")
    let refusal = #expect(throws: EditionRefusal.self) {
      _ = try writeEdition(edition, replacing: false, to: MemoryFileSystem([:], failingAtCall: 2))
    }
    guard case .disk = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }
}
