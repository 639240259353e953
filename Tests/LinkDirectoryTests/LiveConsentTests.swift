import Basics
import LinkDirectory
import TestSupport
import Testing

/// The rules of docs/consent.md, each by the number it has there.
@Suite struct LiveConsentTests {
  @Test("1: absent is no") func allowsNothingWithoutALedger() throws {
    #expect(try LedgerFixture().names() == [])
    let none = LiveConsent.none(asOf: try #require(Timestamp("2026-01-01T00:00:00Z")))
    #expect(none.grants.isEmpty && none.directory(names: [:]).isEmpty)
  }

  @Test("2: from its first second to its last") func holdsFromItsFirstSecondToItsLast() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    #expect(try ledger.names(asOf: "2026-01-02T00:00:00Z") == ["c-7f3k9q link"])
    #expect(try ledger.names(asOf: "2027-01-01T23:59:59Z") == ["c-7f3k9q link"])
    #expect(try ledger.names(asOf: "2027-01-02T00:00:00Z") == [])
    #expect(try ledger.reasons(asOf: "2027-01-02T00:00:00Z") == ["link: it ended on 2027-01-02"])
  }

  @Test("2: a notice that is not current") func lapsesWithANewVersionOfTheNotice() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    ledger.files["Content/consent/notices/2.en.txt"] = "May we do more?\n"
    #expect(try ledger.names() == [])
    #expect(
      try ledger.reasons() == [
        "link: it agrees to version 1 of the notice, and the current one is 2"
      ])
  }

  @Test("2: a notice with other words") func lapsesWhenTheNoticeWasEdited() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    ledger.files["Content/consent/notices/1.en.txt"] = "May we do anything?\n"
    #expect(try ledger.names() == [])
  }

  @Test("3: no scope gives another one", arguments: ConsentScope.ofCommunities)
  func givesNoOtherScope(scope: ConsentScope) throws {
    var ledger = LedgerFixture()
    try ledger.grant([scope])
    #expect(try ledger.names() == ["c-7f3k9q \(scope.rawValue)"])
  }

  @Test("4: any plausible no, at once") func suspendsAtOnceAndResumesWithProof() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link, .name])
    try ledger.no(.suspend, [.link], at: "2026-02-01T00:00:00Z")
    #expect(try ledger.names() == ["c-7f3k9q name"])
    #expect(try ledger.reasons() == ["link: it is suspended since 2026-02-01"])
    try ledger.grant([.link], at: "2026-03-01T00:00:00Z", as: .resume) { event in
      event.purpose = nil
      event.notice = nil
      event.expires = nil
    }
    #expect(try ledger.names() == ["c-7f3k9q link", "c-7f3k9q name"])
    ledger.files["Content/consent/evidence/3.txt"] = nil
    #expect(try ledger.names() == ["c-7f3k9q name"], "what nothing shows was not resumed")
  }

  @Test("4: ties are a no", arguments: [ConsentEvent.Kind.revoke, .suspend])
  func countsATieAsNo(kind: ConsentEvent.Kind) throws {
    var after = LedgerFixture()
    try after.grant([.link])
    try after.no(kind, [.link], at: "2026-01-02T00:00:00Z")
    #expect(try after.names() == [])
    // The no stands above the grant and has the same second.
    var before = LedgerFixture()
    try before.no(kind, [.link], at: "2026-01-02T00:00:00Z")
    try before.grant([.link])
    #expect(try before.names() == [])
  }

  @Test func lastsUntilANoAndBeginsAgainWithALaterGrant() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link, .metrics])
    try ledger.no(.revoke, [.link], at: "2026-02-01T00:00:00Z")
    #expect(try ledger.names() == ["c-7f3k9q metrics"])
    try ledger.grant([.link], at: "2026-03-01T00:00:00Z")
    #expect(try ledger.names() == ["c-7f3k9q link", "c-7f3k9q metrics"])
  }

  @Test func isNotBroughtBackByARenewal() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    try ledger.no(.revoke, [.link], at: "2026-02-01T00:00:00Z")
    try ledger.grant([.link], at: "2026-03-01T00:00:00Z", until: "2027-03-01T00:00:00Z", as: .renew)
    #expect(try ledger.names() == [])
  }

  @Test("5: told of 30 days before") func tellsWhatEndsSoon() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link, .name])
    let soon = try ledger.live(asOf: "2026-12-03T00:00:00Z").endingSoon(within: 30)
    #expect(soon.map(\.scopes) == [[.link, .name]])
    #expect(try ledger.live(asOf: "2026-12-02T23:59:59Z").endingSoon(within: 30).isEmpty)
    try ledger.grant(
      [.link, .name], at: "2026-12-01T00:00:00Z", until: "2027-12-01T00:00:00Z", as: .renew)
    #expect(try ledger.live(asOf: "2026-12-03T00:00:00Z").endingSoon(within: 30).isEmpty)
  }

  @Test("6: the newest capture decides") func lapsesWhatTheNewestCaptureDoesNotSay() throws {
    let address = "https://forum.example/.well-known/community-insights.txt"
    var ledger = LedgerFixture()
    try ledger.grant([.link, .name]) { $0.evidence?.url = WebAddress(address) }
    try ledger.grant([.name], at: "2026-02-01T00:00:00Z") {
      $0.evidence?.url = WebAddress(address)
    }
    #expect(try ledger.names() == ["c-7f3k9q name"])
    #expect(try ledger.reasons() == ["link: the newest capture of the place does not say it"])
  }

  @Test(
    "6: evidence that is gone, edited or says less",
    arguments: [
      ("missing", "link: its evidence `evidence/1.txt` is missing"),
      (
        "edited",
        "link: its evidence `evidence/1.txt` has another checksum than the ledger says"
      ),
    ])
  func lapsesWithoutItsEvidence(fate: String, reason: String) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    ledger.files["Content/consent/evidence/1.txt"] = fate == "missing" ? nil : "Site: other\n"
    #expect(try ledger.names() == [])
    #expect(try ledger.reasons() == [reason])
  }

  @Test("6: a post that is gone from the newest snapshot") func lapsesWithItsPost() throws {
    let address = try #require(WebAddress("https://forum.example/t/1"))
    var ledger = LedgerFixture()
    try ledger.grant([.link]) { $0.evidence?.url = address }
    let moment = try #require(Timestamp("2026-06-01T00:00:00Z"))
    #expect(try ledger.book().live(asOf: moment).grants.count == 1)
    let live = try ledger.book().live(asOf: moment, gonePosts: [address])
    #expect(live.ended.map(\.reason) == [.postGone])
  }

  @Test("6: a resumption whose post is gone lifts nothing")
  func lapsesWithThePostThatResumed() throws {
    let address = try #require(WebAddress("https://forum.example/t/2"))
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    try ledger.no(.suspend, [.link], at: "2026-02-01T00:00:00Z")
    try ledger.grant([.link], at: "2026-03-01T00:00:00Z", as: .resume) { event in
      event.purpose = nil
      event.notice = nil
      event.expires = nil
      event.evidence?.url = address
    }
    let moment = try #require(Timestamp("2026-06-01T00:00:00Z"))
    #expect(try ledger.book().live(asOf: moment).grants.count == 1)
    let live = try ledger.book().live(asOf: moment, gonePosts: [address])
    #expect(
      live.ended.map(\.reason) == [.suspended(try #require(Timestamp("2026-02-01T00:00:00Z")))])
    #expect(live.saysNo(try #require(ConsentSubject("c-7f3k9q")), .link))
  }

  @Test(
    "scope escalation: evidence that allows less than the ledger claims",
    arguments: [
      ("Scope: name", "it does not allow `link`"),
      ("Scope: link\nSite: x", "its line 3 has the key `Site` once more"),
      ("Site: https://other.example/", "it is about https://other.example/"),
      ("Notice-SHA256: \(String(repeating: "0", count: 64))", "it agrees to another notice"),
      ("Expires: 2026-12-01", "it ends on 2026-12-01T00:00:00Z already"),
      ("Granted: 2026-01-03", "it begins on 2026-01-03T00:00:00Z only"),
      ("Granted: soon", "its `Granted:` wants a day as 2027-01-02, not `soon`"),
      ("Note: x", "its line 6 has the unknown key `Note`"),
      ("Canonical: https://other.example/x", "it says that it belongs to https://other.example/x"),
    ])
  func countsOnlyWhatTheEvidenceSays(line: String, fault: String) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    let key = line.prefix { $0 != ":" }
    let file = "Content/consent/evidence/1.txt"
    var lines = (ledger.files[file] ?? "").split(separator: "\n").map(String.init)
    lines.removeAll { $0.hasPrefix(key + ":") }
    // The line takes the place that makes the finding.
    lines.insert(line, at: key == "Scope" ? 0 : lines.count)
    let text = lines.map { $0 + "\n" }.joined()
    var again = LedgerFixture()
    try again.grant([.link]) { event in
      event.evidence?.sha256 = sha256Text(Array(text.utf8))
      event.evidence?.url = WebAddress("https://forum.example/.well-known/community-insights.txt")
    }
    again.files[file] = text
    #expect(try again.names() == [])
    #expect(
      try again.reasons() == ["link: its evidence `evidence/1.txt` does not prove it: \(fault)"])
  }

  @Test("a place is the same without the slash at its end", arguments: ["", "/"])
  func countsAPlaceWithoutItsSlash(ending: String) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    let file = "Content/consent/evidence/1.txt"
    let text = try #require(ledger.files[file])
      .replacing("Site: https://forum.example/\n", with: "Site: https://forum.example\(ending)\n")
    var again = LedgerFixture()
    try again.grant([.link]) { $0.evidence?.sha256 = sha256Text(Array(text.utf8)) }
    again.files[file] = text
    #expect(try again.names() == ["c-7f3k9q link"])
  }

  @Test("7: a clock turned back") func refusesAMomentBeforeTheLastEvent() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    try ledger.no(.revoke, [.link], at: "2026-02-01T00:00:00Z")
    let error = #expect(throws: Diagnostic.self) { try ledger.live(asOf: "2026-01-31T23:59:59Z") }
    #expect(
      error?.text == """
        error[L010]: consent is asked for 2026-01-31T23:59:59Z, before the last event of the ledger \
        (2026-02-01T00:00:00Z)
          --> Content/consent/ledger.ndjson:2:1
          = fix: is the clock right? --as-of names another moment
        """)
  }

  @Test("refuses a ledger of several lines whose head is gone")
  func refusesALedgerWithoutItsHead() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    let one = ledger.onDisk()
    try one.remove(SitePath(LedgerFile.head))
    // The first entry, interrupted before its head was written.
    #expect(readConsent(one).diagnostics.map(\.text) == [])
    try ledger.no(.revoke, [.link], at: "2026-02-01T00:00:00Z")
    let two = ledger.onDisk()
    try two.remove(SitePath(LedgerFile.head))
    let reading = readConsent(two)
    #expect(reading.book == nil)
    #expect(
      reading.diagnostics.map(\.text) == [
        """
        error[L022]: `head` is gone, which names the last line of the ledger
          --> Content/consent/head:1:1
          = fix: take the file from version control again
        """
      ])
  }

  @Test func keepsPersonsApartFromCommunities() throws {
    var ledger = LedgerFixture()
    try ledger.personalGrant([.quote], item: "makers/q1")
    try ledger.personalGrant([.name, .expert], at: "2026-01-03T00:00:00Z")
    #expect(
      try ledger.names() == [
        "p-0007 name", "p-0007 quote makers/q1", "p-0007 expert",
      ])
    try ledger.no(.revoke, [.quote], at: "2026-02-01T00:00:00Z", subject: "p-0007")
    #expect(try ledger.names() == ["p-0007 name", "p-0007 expert"], "without an item: every item")
  }

  @Test("4: what a later capture under another id of the place does not give")
  func lapsesWhatANewerCaptureUnderAnotherIDDoesNotSay() throws {
    let address = "https://forum.example/.well-known/community-insights.txt"
    var ledger = LedgerFixture()
    try ledger.grant([.link, .name]) { $0.evidence?.url = WebAddress(address) }
    try ledger.grant([.name], at: "2026-02-01T00:00:00Z") { event in
      event.subject = .community("c-other1")
      event.evidence?.url = WebAddress(address)
    }
    #expect(try ledger.names() == ["c-7f3k9q name", "c-other1 name"])
    #expect(try ledger.reasons() == ["link: the newest capture of the place does not say it"])
  }

  @Test(
    "a grant that nothing shows was not given, and lifts no no", arguments: ["missing", "edited"])
  func keepsANoAgainstAGrantWithoutItsEvidence(fate: String) throws {
    var ledger = LedgerFixture()
    try ledger.no(.revoke, [.metrics], at: "2026-01-02T00:00:00Z")
    try ledger.grant([.metrics], at: "2026-02-01T00:00:00Z")
    let subject = try #require(ConsentSubject("c-7f3k9q"))
    let place = try #require(WebAddress(LedgerFixture.place))
    let before = try ledger.live()
    #expect(!before.saysNo(subject, .metrics) && !before.saysNo(place, .metrics))
    ledger.files["Content/consent/evidence/2.txt"] = fate == "missing" ? nil : "Site: other\n"
    let after = try ledger.live()
    #expect(after.saysNo(subject, .metrics) && after.saysNo(place, .metrics))
  }

  @Test("a yes lifts a no for as long as it lasts, renewed or not", arguments: [false, true])
  func countsANoAgainWhenTheYesAfterItHasEnded(isRenewed: Bool) throws {
    var ledger = LedgerFixture()
    try ledger.no(.revoke, [.metrics], at: "2026-01-01T00:00:00Z")
    try ledger.grant([.metrics])
    if isRenewed {
      try ledger.grant(
        [.metrics], at: "2026-06-02T00:00:00Z", until: "2027-06-02T00:00:00Z", as: .renew)
    }
    let end = isRenewed ? "2027-06-02T00:00:00Z" : "2027-01-02T00:00:00Z"
    let second = end.replacing("02T00:00:00", with: "01T23:59:59")
    let subject = try #require(ConsentSubject("c-7f3k9q"))
    let place = try #require(WebAddress(LedgerFixture.place))
    let states = try [second, end].map { try ledger.live(asOf: $0) }
    #expect(states.map { $0.saysNo(subject, .metrics) } == [false, true])
    #expect(states.map { $0.saysNo(place, .metrics) } == [false, true])
    #expect(states[0].names != states[1].names, "a build depends on it")
  }

  @Test func endsAllThatAnErasedPersonAllowed() throws {
    var ledger = LedgerFixture()
    try ledger.personalGrant([.name, .expert])
    try ledger.no(.erase, [], at: "2026-02-01T00:00:00Z", subject: "p-0007")
    #expect(try ledger.names() == [])
    #expect(
      try ledger.reasons() == [
        "name: the person's details were erased on 2026-02-01",
        "expert: the person's details were erased on 2026-02-01",
      ])
    #expect(try ledger.live().saysNo(try #require(ConsentSubject("p-0007")), .expert))
  }
}
