import Basics
import LinkDirectory
import Testing

@Suite struct PublicationPermitTests {
  private let moment = "2026-06-01T00:00:00Z"

  private func none() throws -> LiveConsent { .none(asOf: try #require(Timestamp(moment))) }

  private func basis(_ kind: Basis.Kind) throws -> Basis {
    try #require(Basis(kind: kind, proof: WebAddress("https://a.example/terms")))
  }

  private func permit(
    _ kind: Basis.Kind = .licence, subject: String? = nil, under consent: LiveConsent? = nil
  ) throws -> PublicationPermit {
    try PublicationPermit(
      for: .init(
        slug: "a", name: "A", basis: basis(kind), subject: subject.flatMap { ConsentSubject($0) }),
      under: consent ?? none())
  }

  private func passage(_ change: (inout QuotedPassage) -> Void = { _ in }) -> QuotedPassage {
    var passage = QuotedPassage(words: "Nobody tells you.", licence: "CC-BY-SA-3.0")
    passage.authorName = "Ada"
    passage.item = "a/q1"
    passage.permalink = WebAddress("https://a.example/q/1")
    change(&passage)
    return passage
  }

  @Test func refusesACommunityWithoutABasis() throws {
    #expect(Basis(kind: .licence, proof: nil) == nil)
    #expect(throws: PublicationRefusal.noBasis) {
      try PublicationPermit(for: .init(slug: "a", name: "A", basis: nil), under: none())
    }
  }

  @Test func refusesConsentThatNoLedgerShows() throws {
    #expect(throws: PublicationRefusal.noSubject) { try permit(.consent) }
    #expect(throws: PublicationRefusal.noLiveGrant(nil)) {
      try permit(.consent, subject: "c-7f3k9q")
    }
    var ledger = LedgerFixture()
    try ledger.grant([.link, .name, .quotes])
    #expect(throws: PublicationRefusal.noLiveGrant(nil)) {
      try permit(.consent, subject: "c-7f3k9q", under: ledger.live())
    }
  }

  @Test func addressesAConsentingCommunityByItsRandomId() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.metrics])
    let permit = try permit(.consent, subject: "c-7f3k9q", under: ledger.live())
    #expect(permit.entry.slug == "c-7f3k9q")
    #expect(permit.entry.name == "Community c-7f3k9q", "a yes to figures is none to the name")
    #expect(permit.entry.basis.proof == nil)
    #expect(permit.recommendation == nil, "a yes to figures is none to the link")
    try ledger.grant([.name, .link], at: "2026-01-03T00:00:00Z")
    let named = try self.permit(.consent, subject: "c-7f3k9q", under: ledger.live())
    #expect(named.entry.name == "A")
    #expect(named.recommendation?.address.text == LedgerFixture.place)
  }

  @Test func letsANoWeighMoreThanALicence() throws {
    var ledger = LedgerFixture()
    try ledger.no(.revoke, [.metrics], at: "2026-02-01T00:00:00Z")
    let subject = try #require(ConsentSubject("c-7f3k9q"))
    #expect(throws: PublicationRefusal.saidNo(subject)) {
      try permit(.licence, subject: "c-7f3k9q", under: ledger.live())
    }
  }

  @Test func quotesWithTheCreditTheLicenceAsksFor() throws {
    let quote = try permit().quote(passage())
    guard case .licence(let author, let licence) = quote.credit else {
      Issue.record("\(quote.credit)")
      return
    }
    #expect(author.text == "Ada")
    #expect(licence.name == "CC BY-SA 3.0")
    #expect(licence.url == "https://creativecommons.org/licenses/by-sa/3.0/")
    #expect(quote.source.address.text == "https://a.example/q/1")
  }

  @Test func quotesWithTheAuthorsOwnGrantAndNamesNobodyWhoDidNotAgree() throws {
    var ledger = LedgerFixture()
    try ledger.personalGrant([.quote], item: "a/q1")
    ledger.files[LedgerFile.people] = "{\"id\":\"p-0007\",\"name\":\"Ada L.\"}\n"
    let unnamed = try permit(under: ledger.live()).quote(passage { $0.licence = nil })
    #expect(unnamed.credit == .permission(nil))
    #expect(throws: PublicationRefusal.licenceForbidsQuotation("none")) {
      try permit(under: ledger.live()).quote(
        passage {
          $0.licence = nil
          $0.item = "a/q2"
        })
    }
    try ledger.personalGrant([.name], at: "2026-01-03T00:00:00Z")
    let named = try permit(under: ledger.live()).quote(passage { $0.licence = nil })
    guard case .permission(let name?) = named.credit else {
      Issue.record("\(named.credit)")
      return
    }
    #expect(name.text == "Ada L.")
  }

  @Test func asksTheCommunityBesidesItsAuthors() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.metrics])
    #expect(throws: PublicationRefusal.noQuotes) {
      try permit(.consent, subject: "c-7f3k9q", under: ledger.live()).quote(passage())
    }
    try ledger.grant([.quotes], at: "2026-01-03T00:00:00Z")
    _ = try permit(.consent, subject: "c-7f3k9q", under: ledger.live()).quote(passage())
    try ledger.no(.suspend, [.quotes], at: "2026-02-01T00:00:00Z")
    #expect(throws: PublicationRefusal.quotesWithdrawn) {
      try permit(.licence, subject: "c-7f3k9q", under: ledger.live()).quote(passage())
    }
  }

  @Test(
    "quotes by the licence nobody who said no to it",
    arguments: [[ConsentScope.quote], [.name, .expert, .credit, .quote]])
  func quotesNobodyWhoSaidNo(scopes: [ConsentScope]) throws {
    var ledger = LedgerFixture()
    ledger.files[LedgerFile.people] = "{\"id\":\"p-0007\",\"name\":\"Ada L.\"}\n"
    try ledger.personalGrant([.quote], item: "a/q1")
    _ = try permit(under: ledger.live()).quote(passage())
    try ledger.no(.revoke, scopes, at: "2026-02-01T00:00:00Z", subject: "p-0007")
    #expect(throws: PublicationRefusal.quotesWithdrawn) {
      try permit(under: ledger.live()).quote(passage())
    }
    // Another post is another question.
    _ = try permit(under: ledger.live()).quote(passage { $0.item = "a/q2" })
    try ledger.personalGrant([.quote], item: "a/q1", at: "2026-03-01T00:00:00Z")
    let again = try permit(under: ledger.live()).quote(passage())
    #expect(again.credit == .permission(nil))
  }

  @Test func quotesByTheLicenceWhenAGrantIsOver() throws {
    var ledger = LedgerFixture()
    try ledger.personalGrant([.quote], item: "a/q1") { event in
      event.expires = Timestamp("2026-03-01T00:00:00Z")
    }
    let quote = try permit(under: ledger.live()).quote(passage())
    guard case .licence = quote.credit else {
      Issue.record("\(quote.credit)")
      return
    }
    #expect(throws: PublicationRefusal.quotesWithdrawn) {
      try permit(under: ledger.live()).quote(passage { $0.licence = nil })
    }
  }

  @Test func refusesQuotesThatOweSomething() throws {
    let permit = try permit()
    #expect(throws: PublicationRefusal.licenceForbidsQuotation("CC-BY-ND-4.0")) {
      try permit.quote(passage { $0.licence = "CC-BY-ND-4.0" })
    }
    #expect(throws: PublicationRefusal.nobodyToCredit) {
      try permit.quote(passage { $0.authorName = nil })
    }
    #expect(throws: PublicationRefusal.noPermalink) {
      try permit.quote(passage { $0.permalink = nil })
    }
    #expect(throws: PublicationRefusal.authorNotDiscoverable) {
      try permit.quote(passage { $0.authorMayBeQuoted = false })
    }
  }

  @Test func namesExpertsOnlyWhileTheyAgree() throws {
    var ledger = LedgerFixture()
    ledger.files[LedgerFile.people] =
      "{\"id\":\"p-0007\",\"name\":\"Ada\",\"contact\":\"ada@a.example\",\"note\":\"engines\"}\n"
    let ada = try #require(ConsentSubject("p-0007"))
    try ledger.personalGrant([.expert])
    let expert = try ledger.live().expert(ada)
    #expect(expert?.name.text == "Ada" && expert?.contact == "ada@a.example")
    #expect(try ledger.live().name(of: ada) == nil, "being asked is not being credited")
    try ledger.no(.revoke, [.expert], at: "2026-02-01T00:00:00Z", subject: "p-0007")
    #expect(try ledger.live().expert(ada) == nil)
  }

  @Test func thanksOnlyThoseWhoAllowIt() throws {
    var ledger = LedgerFixture()
    ledger.files[LedgerFile.people] = "{\"id\":\"p-0007\",\"name\":\"Ada\",\"note\":\"engines\"}\n"
    try ledger.personalGrant([.name])
    #expect(try ledger.live().credits.isEmpty, "a yes to the name is none to being thanked")
    try ledger.personalGrant([.credit], at: "2026-01-03T00:00:00Z")
    #expect(try ledger.live().credits.map(\.name.text) == ["Ada"])
  }

  @Test func listsOnlyThoseWhoWantToBeLinked() throws {
    var ledger = LedgerFixture()
    try ledger.grant([.name, .metrics])
    let subject = try #require(ConsentSubject("c-7f3k9q"))
    #expect(try ledger.live().directory(names: [subject: "Forum"]).isEmpty)
    try ledger.grant([.link], at: "2026-01-03T00:00:00Z")
    let entries = try ledger.live().directory(names: [subject: "Forum"])
    #expect(entries.map(\.id) == ["c-7f3k9q"])
    #expect(entries.first?.name == "Forum")
    #expect(entries.first?.scopes == [.link, .name, .metrics])
    #expect(entries.first?.link.address.text == LedgerFixture.place)
  }

  @Test(arguments: [
    "javascript:alert(1)", "//evil.example", "https://good@evil.example", "https://", "ftp://a",
    "https://a.example/\"onload=", "https://a.example/a b", "https://a.example/\u{202E}x",
    "http:/a.example", "", "data:text/html,x", "https://a.example/<b>",
  ])
  func refusesAddressesThatAreNotPlainWeb(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: ["https://a.example", "HTTP://a.example/q/1?x=1#c", "https://a.example/ü"])
  func acceptsPlainWebAddresses(text: String) {
    #expect(WebAddress(text)?.text == text)
  }
}
