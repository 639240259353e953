import Basics
import LinkDirectory
import TestSupport
import Testing

/// A consent folder that tests put together event by event, with evidence that fits.
struct LedgerFixture {
  static let place = "https://forum.example/"
  static let notice = ConsentNotice(version: 1, language: "en", bytes: Array("May we?\n".utf8))

  var lines: [String] = []
  var files: [String: String] = [
    "Content/consent/notices/1.en.txt": "May we?\n"
  ]
  private var number = 0

  /// A community's yes with the file that says so.
  mutating func grant(
    _ scopes: [ConsentScope] = [.link, .name], at: String = "2026-01-02T00:00:00Z",
    until: String = "2027-01-02T00:00:00Z", as kind: ConsentEvent.Kind = .grant,
    change: (inout ConsentEvent) -> Void = { _ in }
  ) throws {
    var event = try event(kind, at: at)
    event.scopes = scopes
    event.place = WebAddress(Self.place)
    event.purpose = .directory
    event.role = .moderator
    event.standing = .file
    event.method = .wellKnown
    event.notice = Self.notice.reference
    event.expires = Timestamp(until)
    var terms = ConsentTerms(
      target: Self.place, scopes: scopes, notice: Self.notice.reference.sha256,
      expires: try #require(event.expires))
    terms.granted = event.at
    prove(&event, by: ConsentStatement.text(terms))
    change(&event)
    try add(event)
  }

  /// A person's yes with the letter that says so.
  mutating func personalGrant(
    _ scopes: [ConsentScope], item: String? = nil, by person: String = "p-0007",
    at: String = "2026-01-02T00:00:00Z", change: (inout ConsentEvent) -> Void = { _ in }
  ) throws {
    var event = try event(.grant, at: at, subject: person)
    event.scopes = scopes
    event.item = item
    event.purpose = .insights
    event.role = .own
    event.standing = .own
    event.method = .message
    event.notice = Self.notice.reference
    event.expires = Timestamp("2027-01-02T00:00:00Z")
    let terms = ConsentTerms(
      target: person, scopes: scopes, item: item, notice: Self.notice.reference.sha256,
      expires: try #require(event.expires))
    prove(&event, by: "Dear all,\n\n\(GrantSentence.text(terms))\n")
    change(&event)
    try add(event)
  }

  /// A no, which needs nothing else.
  mutating func no(
    _ kind: ConsentEvent.Kind, _ scopes: [ConsentScope], at: String, subject: String = "c-7f3k9q",
    item: String? = nil
  ) throws {
    var event = try event(kind, at: at, subject: subject)
    event.scopes = scopes
    event.item = item
    if subject.hasPrefix("c-") { event.place = WebAddress(Self.place) }
    try add(event)
  }

  func event(
    _ kind: ConsentEvent.Kind, at: String, subject: String = "c-7f3k9q"
  ) throws -> ConsentEvent {
    let digits = String(number + 1)
    return ConsentEvent(
      kind, id: "01" + String(repeating: "0", count: 24 - digits.count) + digits,
      subject: try #require(ConsentSubject(subject)), at: try #require(Timestamp(at)))
  }

  mutating func prove(_ event: inout ConsentEvent, by text: String, url: String? = nil) {
    let file = "evidence/\(number + 1).txt"
    files["Content/consent/\(file)"] = text
    event.evidence = EvidenceReference(
      url: url.flatMap { WebAddress($0) }, captured: event.at,
      sha256: sha256Text(Array(text.utf8)), file: file)
  }

  mutating func add(_ event: ConsentEvent) throws {
    var event = event
    number += 1
    event.sequence = number
    event.previous =
      lines.last.map { sha256Text(Array($0.utf8)) } ?? String(repeating: "0", count: 64)
    lines.append(String(decoding: LedgerFile.bytes(of: event), as: UTF8.self))
  }

  var ledger: String { lines.map { $0 + "\n" }.joined() }

  func onDisk(ledger: String? = nil) -> MemoryFileSystem {
    let text = ledger ?? self.ledger
    let last = text.split(separator: "\n").last.map { sha256Text(Array($0.utf8)) }
    let written = [LedgerFile.path: text, LedgerFile.head: last]
    return MemoryFileSystem(
      files.merging(written.compactMapValues(\.self)) { _, new in new })
  }

  func book() throws -> ConsentBook {
    let reading = readConsent(onDisk())
    #expect(reading.diagnostics.map(\.text) == [])
    return try #require(reading.book)
  }

  func live(asOf: String = "2026-06-01T00:00:00Z") throws -> LiveConsent {
    try book().live(asOf: try #require(Timestamp(asOf)))
  }

  /// What is live as `c-7f3k9q link`.
  func names(asOf: String = "2026-06-01T00:00:00Z") throws -> [String] {
    try live(asOf: asOf).grants.map { grant in
      "\(grant.key.subject) \(grant.key.scope.rawValue)"
        + (grant.key.item.map { " \($0)" } ?? "")
    }
  }

  /// Why things are not live.
  func reasons(asOf: String = "2026-06-01T00:00:00Z") throws -> [String] {
    try live(asOf: asOf).ended.map { "\($0.key.scope.rawValue): \($0.reason)" }
  }
}
