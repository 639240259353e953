import Basics
import LinkDirectory
import TestSupport
import Testing

/// Entering events on a disk that may fail at any call.
@Suite struct EntryTests {
  private func draft(_ fixture: LedgerFixture) throws -> ConsentEntry {
    var other = LedgerFixture()
    try other.grant([.link])
    let events = try other.book().ledger.events
    var event = try #require(events.first)
    event.evidence = nil
    let evidence = try #require(other.files["Content/consent/evidence/1.txt"])
    return ConsentEntry(
      event,
      proof: .init(bytes: Array(evidence.utf8), url: nil, captured: event.at))
  }

  @Test func entersTheFirstEventWithItsEvidenceAndItsHead() throws {
    let disk = MemoryFileSystem(LedgerFixture().files)
    let event = try enter(draft(LedgerFixture()), in: disk)
    #expect(event.sequence == 1 && event.evidence?.file == "evidence/1.txt")
    let book = try #require(readConsent(disk).book)
    #expect(book.ledger.events == [event])
    #expect(disk.texts["Content/consent/head"] == book.ledger.lastDigest + "\n")
    let live = try book.live(asOf: event.at)
    #expect(live.grants.map(\.key.scope) == [.link])
  }

  @Test func refusesAYesThatWouldNotHold() throws {
    let disk = MemoryFileSystem(LedgerFixture().files)
    var entry = try draft(LedgerFixture())
    entry.event.scopes = [.link, .metrics]
    #expect(
      refusal(of: entry, in: disk) == [
        "error[L018]: `link` would not hold: its evidence `evidence/1.txt` does not prove it: "
          + "it does not allow `metrics`"
      ])
    #expect(disk.texts["Content/consent/ledger.ndjson"] == nil)
    #expect(disk.texts["Content/consent/evidence/1.txt"] == nil)
  }

  /// The findings for which an entry is refused; empty where it is entered.
  private func refusal(of entry: ConsentEntry, in disk: MemoryFileSystem) -> [String] {
    do {
      _ = try enter(entry, in: disk)
      return []
    } catch EntryRefusal.findings(let found) {
      return found.map(\.text)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func refusesAYesThatOnlyAnEarlierOneProves() throws {
    let disk = MemoryFileSystem(LedgerFixture().files)
    _ = try enter(draft(LedgerFixture()), in: disk)
    var again = try draft(LedgerFixture())
    again.event.id = "01000000000000000000000009"
    again.proof?.bytes = Array("Site: https://other.example/\n".utf8)
    #expect(
      refusal(of: again, in: disk) == [
        "error[L018]: `link` would not hold: its evidence `evidence/2.txt` does not prove it: "
          + "it lacks the line `Scope:`"
      ])
    #expect(try #require(readConsent(disk).book).ledger.events.count == 1)
  }

  @Test func leavesTheOldOrTheNewLedgerWhereverTheDiskFails() throws {
    var before = LedgerFixture()
    try before.no(.revoke, [.name], at: "2026-01-01T00:00:00Z")
    var outcomes: Set<Int> = []
    for call in 1...40 {
      let files = before.files.merging([LedgerFile.path: before.ledger]) { _, new in new }
      let disk = MemoryFileSystem(files, failingAtCall: call)
      var entry = try draft(before)
      entry.event.id = "01000000000000000000000009"
      let isEntered = (try? enter(entry, in: disk)) != nil
      let after = MemoryFileSystem(disk.texts)
      let reading = readConsent(after)
      #expect(reading.diagnostics.map(\.text) == [], "call \(call)")
      let count = try #require(reading.book).ledger.events.count
      #expect(count == 2 || !isEntered)
      outcomes.insert(count)
    }
    #expect(outcomes == [1, 2])
  }

  private static let people = "{\"id\":\"p-0008\",\"name\":\"Bo\"}\n"

  /// An entry that somebody new spoke for, on a disk where somebody else is known.
  private func spoken(failingAtCall call: Int? = nil) throws -> (ConsentEntry, MemoryFileSystem) {
    var entry = try draft(LedgerFixture())
    entry.event.person = "p-0009"
    entry.person = ConsentPerson(id: "p-0009", name: "Ada")
    entry.person?.contact = "a@b.example"
    let files = LedgerFixture().files.merging([LedgerFile.people: EntryTests.people]) { $1 }
    return (entry, MemoryFileSystem(files, failingAtCall: call))
  }

  @Test func keepsTheDetailsOfWhoeverSpoke() throws {
    let (entry, disk) = try spoken()
    #expect(try enter(entry, in: disk).person == "p-0009")
    #expect(
      disk.texts[LedgerFile.people]
        == EntryTests.people
        + "{\"id\":\"p-0009\",\"name\":\"Ada\",\"contact\":\"a@b.example\"}\n")
  }

  @Test func keepsNoDetailsOfAnEventThatIsRefused() throws {
    var (entry, disk) = try spoken()
    entry.event.scopes = [.link, .metrics]
    #expect(throws: EntryRefusal.self) { try enter(entry, in: disk) }
    #expect(disk.texts[LedgerFile.people] == EntryTests.people)
  }

  /// Wherever the disk fails or the power goes, a name is there only with the event it came with.
  @Test func keepsNoDetailsWithoutTheirEvent() throws {
    var outcomes: Set<String> = []
    for call in 1...60 {
      let (entry, disk) = try spoken(failingAtCall: call)
      var outcome = "entered"
      do throws(EntryRefusal) {
        _ = try enter(entry, in: disk)
      } catch .details(let event, _) {
        #expect(event.person == "p-0009")
        outcome = "details"
      } catch {
        outcome = "refused"
      }
      let book = try #require(readConsent(MemoryFileSystem(disk.texts)).book, "call \(call)")
      let isNamed = book.people.contains { $0.id == "p-0009" }
      #expect(book.people.contains { $0.id == "p-0008" })
      #expect(!isNamed || book.ledger.events.count == 1, "call \(call)")
      if outcome == "details" { #expect(book.ledger.events.count == 1) }
      if outcome == "entered" { #expect(isNamed) }
      outcomes.insert(outcome)
    }
    #expect(outcomes == ["refused", "details", "entered"])
  }

  @Test func erasesDetailsAndWhatThePersonWrote() throws {
    var fixture = LedgerFixture()
    try fixture.personalGrant([.name])
    fixture.files[LedgerFile.people] =
      "{\"id\":\"p-0007\",\"name\":\"Ada\"}\n{\"id\":\"p-0008\",\"name\":\"Bo\"}\n"
    let disk = fixture.onDisk()
    let person = try #require(ConsentSubject("p-0007"))
    let moment = try #require(Timestamp("2026-05-01T00:00:00Z"))
    _ = try enter(
      ConsentEntry(
        ConsentEvent(.erase, id: "01000000000000000000000009", subject: person, at: moment)),
      in: disk)
    let book = try #require(readConsent(disk).book)
    #expect(
      try book.verify(asOf: moment, within: 30).diagnostics.map(\.text) == [
        """
        error[L015]: `p-0007` was erased and still has details
          --> Content/consent/people.ndjson:1:1
          = fix: meadow consent erase p-0007
        """
      ], "an interrupted erasure is found")
    let withoutDetails = MemoryFileSystem(disk.texts)
    try withoutDetails.write([], to: SitePath(LedgerFile.people))
    let half = try #require(readConsent(withoutDetails).book)
    #expect(
      try half.verify(asOf: moment, within: 30).diagnostics.map(\.text) == [
        """
        error[L015]: `p-0007` was erased and still has evidence in their own words
          --> Content/consent/evidence/1.txt:1:1
          = fix: meadow consent erase p-0007
        """
      ], "also one that was interrupted after the details")
    let gone = try erasePerson("p-0007", of: book, in: disk)
    #expect(
      gone == [
        "the line of p-0007 in Content/consent/people.ndjson", "Content/consent/evidence/1.txt",
      ])
    #expect(!disk.texts.values.contains { $0.contains("Ada") })
    #expect(disk.texts[LedgerFile.people]?.contains("Bo") == true)
    let after = try #require(readConsent(disk).book)
    #expect(try after.verify(asOf: moment, within: 30).diagnostics == [])
  }

  @Test func verifyTellsWhatIsBrokenAndWhatEndsSoon() throws {
    var fixture = LedgerFixture()
    try fixture.grant([.link])
    try fixture.grant([.name], at: "2026-01-05T00:00:00Z", until: "2026-06-20T00:00:00Z")
    fixture.files["Content/consent/evidence/1.txt"] = nil
    let found = try fixture.book().verify(
      asOf: try #require(Timestamp("2026-06-01T00:00:00Z")), within: 30)
    #expect(found.endsSoon)
    #expect(
      found.diagnostics.map(\.text) == [
        """
        error[L013]: `c-7f3k9q` `link`: its evidence `evidence/1.txt` is missing
          --> Content/consent/ledger.ndjson:1:1
          = fix: bring the evidence back, or enter `meadow consent revoke c-7f3k9q`
        """,
        """
        warning[L016]: `c-7f3k9q` ends on 2026-06-20: name
          = fix: ask again: `meadow consent notice --subject c-7f3k9q`
        """,
      ])
  }
}
