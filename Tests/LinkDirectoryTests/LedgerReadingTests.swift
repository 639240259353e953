import Basics
import LinkDirectory
import Testing

/// Every way a ledger can be wrong: the text of the finding with its place and its fix.
@Suite struct LedgerReadingTests {
  /// One grant, then one revocation.
  private func fixture() throws -> LedgerFixture {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    try ledger.no(.revoke, [.link], at: "2026-02-01T00:00:00Z")
    return ledger
  }

  private func findings(_ text: String, head: String? = nil) -> [Diagnostic] {
    ConsentLedger.read(SourceText(file: "ledger.ndjson", text: text), head: head).diagnostics
  }

  /// `L006 2:22 the chain is broken …`
  private func short(_ found: [Diagnostic]) -> [String] {
    found.map { finding in
      let place = finding.location.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(finding.code.id) \(place) \(finding.message)"
    }
  }

  @Test func readsWhatItWrites() throws {
    let text = try fixture().ledger
    #expect(findings(text) == [])
    let ledger = ConsentLedger.read(SourceText(file: "ledger.ndjson", text: text)).ledger
    let events = try #require(ledger?.events)
    #expect(events.map(\.kind) == [.grant, .revoke])
    let again = events.map { String(decoding: LedgerFile.bytes(of: $0), as: UTF8.self) + "\n" }
    #expect(again.joined() == text)
  }

  @Test(
    "one line with a fault",
    arguments: [
      ("\"v\":1", "\"v\":2", "L004 1:6 `v` must be 1"),
      ("\"seq\":1", "\"seq\":0", "L004 1:14 `seq` wants a whole number from 1 on"),
      ("\"seq\":1", "\"seq\":3", "L007 1:14 the line has the number 3 and should have 1"),
      ("\"event\":\"grant\"", "\"event\":\"gant\"", "L004 1:105 unknown event `gant`"),
      (
        "\"scope\":[\"link\"]", "\"scope\":[\"links\"]", "L004 1:217 unknown scope `links`"
      ),
      ("\"scope\":[\"link\"]", "\"scope\":[]", "L004 1:216 `scope` wants a list of words"),
      (
        "\"scope\":[\"link\"]", "\"scope\":[\"link\",\"link\"]",
        "L004 1:224 scope `link` comes twice"
      ),
      (
        "\"scope\":[\"link\"]", "\"scope\":[\"expert\"]", "L004 1:217 unknown scope `expert`"
      ),
      (
        "\"subject\":\"c-7f3k9q\"", "\"subject\":\"C-7\"",
        "L004 1:158 `subject` wants `c-…` or `p-…` with small letters and digits, not `C-7`"
      ),
      (
        "\"by_role\":\"moderator\"", "\"by_role\":\"self\"", "L004 1:267 unknown by_role `self`"
      ),
      (
        "\"by_role\":\"moderator\"", "\"by_role\":\"staff\"", "L004 1:267 unknown by_role `staff`"
      ),
      (
        "\"standing\":\"place-origin-file\"", "\"standing\":\"self\"",
        "L004 1:290 `well-known` does not show the standing `self`"
      ),
      (
        "\"expires\":\"2027-01-02T00:00:00Z\"", "\"expires\":\"2027-01-02T00:00:01Z\"",
        "L009 1:694 the consent holds for more than 365 days"
      ),
      (
        "\"expires\":\"2027-01-02T00:00:00Z\"", "\"expires\":\"2026-01-02T00:00:00Z\"",
        "L009 1:694 the consent ends before it begins"
      ),
      (
        "\"expires\":\"2027-01-02T00:00:00Z\"", "\"expires\":\"2027-01-02\"",
        "L004 1:694 `expires` wants a moment as 2026-01-02T03:04:05Z, not `2027-01-02`"
      ),
      (
        "\"captured\":\"2026-01-02T00:00:00Z\"", "\"captured\":\"2026-01-02T00:00:01Z\"",
        "L009 1:374 the evidence is younger than the event it proves"
      ),
      (
        "\"file\":\"evidence/1.txt\"", "\"file\":\"../site.yaml\"",
        "L004 1:513 `file` wants a path as evidence/12.txt, not `../site.yaml`"
      ),
      (
        "\"lang\":\"en\"", "\"tongue\":\"en\"", "L002 1:640 unknown field `tongue` in a notice"
      ),
    ])
  func reportsWhatIsWrongInALine(good: String, bad: String, finding: String) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    #expect(ledger.ledger.contains(good))
    let found = short(findings(ledger.ledger.replacing(good, with: bad)))
    let words = { (text: String) in text.split(separator: " ").dropFirst(2).joined(separator: " ") }
    let code = { (text: String) in text.prefix(4) }
    let line = { (text: String) in text.dropFirst(5).prefix(2) }
    #expect(
      found.contains {
        words($0) == words(finding) && code($0) == code(finding) && line($0) == "1:"
      },
      "\(found)")
  }

  @Test func marksThePlaceAndNamesTheNearestWord() throws {
    let text = try fixture().ledger.replacing("\"revoke\"", with: "\"revok\"")
    let found = findings(text)
    #expect(found.count == 1, "one cause, one finding")
    let column = text.split(separator: "\n")[1].firstRange(of: "\"revok\"").map { range in
      text.split(separator: "\n")[1].distance(
        from: text.split(separator: "\n")[1].startIndex, to: range.lowerBound) + 1
    }
    #expect(
      found.first?.location
        == SourceLocation(
          file: "ledger.ndjson", line: 2, column: try #require(column)))
    #expect(found.first?.excerpt?.length == 7)
    #expect(found.first?.fix == "did you mean `revoke`?")
  }

  @Test(
    "fields that are missing, strange or out of place",
    arguments: [
      (
        "\"prev\":", "\"previous\":",
        [
          "L002 unknown field `previous` in a consent event",
          "L003 a consent event lacks the field `prev`",
        ]
      ),
      (
        "\"purpose\":\"official-directory\",", "",
        ["L003 grant of a community lacks the field `purpose`"]
      ),
      (
        "\"standing\":\"place-origin-file\",", "",
        ["L003 grant of a community lacks the field `standing`"]
      ),
      (
        "\"scope\":[\"link\"]", "\"scope\":[\"link\"],\"item\":\"a/1\"",
        [
          "L003 grant of a community cannot have the field `item`",
          "L003 `item` belongs to the scope `quote`",
        ]
      ),
    ])
  func reportsFieldsByTheTable(good: String, bad: String, wanted: [String]) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    let found = findings(ledger.ledger.replacing(good, with: bad))
    #expect(found.map { "\($0.code.id) \($0.message)" } == wanted)
  }

  @Test func refusesAYesWithoutProofAndANoWithAStanding() throws {
    let revocation = try fixture().lines[1]
    let text =
      try fixture().lines[0] + "\n"
      + revocation.replacing("\"at\":", with: "\"standing\":\"self\",\"at\":") + "\n"
    #expect(
      findings(text).map(\.message) == ["revoke of a community cannot have the field `standing`"])
  }

  @Test(
    "whole files",
    arguments: [
      ("cut", "L001 2:1 the last line does not end: it was cut off"),
      ("blank", "L001 1:1 not a line of the ledger: expected a value, found nothing"),
      ("duplicate key", "L001 1:8 not a line of the ledger: a name that comes twice"),
      ("list", "L001 1:1 a line of the ledger is an object, not a list"),
      ("space", "L005 1:8 the line is not as `meadow consent` writes it"),
      ("mark", "L005 1:1 the line is not as `meadow consent` writes it"),
      ("fork", "L007 3:14 a second line has the number 2"),
    ])
  func reportsDamagedFiles(damage: String, finding: String) throws {
    let ledger = try fixture()
    let text =
      switch damage {
      case "cut": String(ledger.ledger.dropLast())
      case "blank": "\n" + ledger.ledger
      case "duplicate key":
        ledger.ledger.replacing("{\"v\":1,\"seq\":1", with: "{\"v\":1,\"v\":1,\"seq\":1")
      case "list": "[]\n" + ledger.ledger
      case "space": ledger.ledger.replacing("{\"v\":1,\"seq\":1", with: "{\"v\":1, \"seq\":1")
      case "mark": "\u{FEFF}" + ledger.ledger
      default: ledger.ledger + ledger.lines[1] + "\n"
      }
    #expect(short(findings(text)).contains(finding), "\(short(findings(text)))")
  }

  @Test func findsTheEditedLineByTheChain() throws {
    let text = try fixture().ledger.replacing("\"moderator\"", with: "\"owner\"")
    let found = findings(text)
    #expect(found.map(\.message) == ["the chain is broken: the line before has another checksum"])
    #expect(found.first?.location?.line == 2)
    #expect(found.first?.fix?.hasPrefix("the line before is sha256:") == true)
  }

  @Test func findsTheLineThatWasTakenOut() throws {
    var ledger = try fixture()
    try ledger.grant([.link], at: "2026-03-01T00:00:00Z")
    let text = [ledger.lines[0], ledger.lines[2]].map { $0 + "\n" }.joined()
    let found = findings(text)
    #expect(
      found.map(\.message) == [
        "the line has the number 3 and should have 2",
        "the chain is broken: the line before has another checksum",
      ])
  }

  @Test func findsLinesThatWereCutOffTheEnd() throws {
    let ledger = try fixture()
    let last = sha256Text(Array(ledger.lines[1].utf8))
    #expect(findings(ledger.ledger, head: last) == [])
    let shortened = ledger.lines[0] + "\n"
    #expect(
      short(findings(shortened, head: last)) == [
        "L022 2:1 the ledger does not hold the line that was written last (\(last.prefix(12))…)"
      ])
  }

  @Test(
    "events that do not follow",
    arguments: [
      ("renew more", "a renewal cannot give `name`, which no grant gave"),
      ("resume", "`link` was not suspended"),
      ("other place", "`c-7f3k9q` is the place https://forum.example/, not another one"),
      ("earlier", "the event lies before the one above it (2026-01-02T00:00:00Z)"),
      ("same id", "the event `01000000000000000000000001` comes twice"),
      ("after erasure", "the details of `p-0007` were erased"),
    ])
  func reportsEventsThatDoNotFollow(what: String, message: String) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    switch what {
    case "renew more": try ledger.grant([.link, .name], as: .renew)
    case "resume":
      try ledger.grant([.link], as: .resume) { event in
        event.purpose = nil
        event.notice = nil
        event.expires = nil
      }
    case "other place":
      try ledger.grant([.link]) { $0.place = WebAddress("https://other.example/") }
    case "earlier": try ledger.no(.revoke, [.link], at: "2026-01-01T00:00:00Z")
    case "same id":
      try ledger.grant([.link]) { $0.id = "01000000000000000000000001" }
    default:
      try ledger.no(.erase, [], at: "2026-02-01T00:00:00Z", subject: "p-0007")
      try ledger.personalGrant([.name], at: "2026-03-01T00:00:00Z")
    }
    #expect(findings(ledger.ledger).map(\.message) == [message])
  }

  @Test func knowsAPlaceHoweverItIsTyped() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    try ledger.grant([.link], at: "2026-02-01T00:00:00Z") {
      $0.place = WebAddress("https://www.Forum.example")
    }
    #expect(findings(ledger.ledger) == [])
  }

  @Test(
    "takes one resumption for a suspension",
    arguments: [
      (["suspend 2", "resume 3"], []),
      (["suspend 2", "resume 3", "resume 4"], ["`link` was resumed already"]),
      (["suspend 2", "resume 2", "resume 3"], []),
      (["suspend 2", "suspend 3", "resume 4", "resume 5"], ["`link` was resumed already"]),
      (["suspend 2", "resume 3", "suspend 4", "resume 5"], []),
    ] as [([String], [String])])
  func takesOneResumption(events: [String], messages: [String]) throws {
    var ledger = LedgerFixture()
    try ledger.grant([.link])
    for event in events {
      let at = "2026-0\(event.suffix(1))-01T00:00:00Z"
      if event.hasPrefix("suspend") {
        try ledger.no(.suspend, [.link], at: at)
      } else {
        try ledger.grant([.link], at: at, as: .resume) { event in
          event.purpose = nil
          event.notice = nil
          event.expires = nil
        }
      }
    }
    #expect(findings(ledger.ledger).map(\.message) == messages)
  }

  @Test func reportsAllFaultsInOneRun() throws {
    let text = try fixture().ledger.replacing("\"moderator\"", with: "\"boss\"")
      .replacing("\"revoke\"", with: "\"revoked\"")
    #expect(findings(text).count == 2)
  }

  @Test func readsPeopleStrictly() {
    let text = """
      {"id":"p-0007","name":"Ada"}
      {"id":"p-0007","name":"Ada"}
      {"id":"p-1","nick":"x"}
      [1]

      """
    let found = PeopleFile.read(SourceText(file: "people.ndjson", text: text))
    #expect(found.people.map(\.name) == ["Ada"])
    #expect(
      found.diagnostics.map { "\($0.code.id) \($0.location?.line ?? 0) \($0.message)" } == [
        "L015 2 the person `p-0007` comes twice",
        "L002 3 unknown field `nick` in a person",
        "L003 3 a person lacks the field `name`",
        "L004 3 `id` wants `p-…`, not `p-1`",
        "L015 4 a line of the people file is an object",
      ])
  }
}
