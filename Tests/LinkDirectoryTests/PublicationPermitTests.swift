import LinkDirectory
import Testing

@Suite struct PublicationPermitTests {
  private func basis(_ kind: Basis.Kind) throws -> Basis {
    Basis(kind: kind, proof: try #require(WebAddress("https://a.example/terms")))
  }

  private func permit() throws -> PublicationPermit {
    try PublicationPermit(for: .init(slug: "a", name: "A", basis: basis(.licence)))
  }

  private func passage(_ change: (inout QuotedPassage) -> Void = { _ in }) -> QuotedPassage {
    var passage = QuotedPassage(words: "Nobody tells you.", licence: "CC-BY-SA-3.0")
    passage.authorName = "Ada"
    passage.permalink = WebAddress("https://a.example/q/1")
    change(&passage)
    return passage
  }

  @Test func refusesACommunityWithoutABasis() {
    #expect(throws: PublicationRefusal.noBasis) {
      try PublicationPermit(for: .init(slug: "a", name: "A", basis: nil))
    }
  }

  @Test func refusesConsentThatNoLedgerShows() throws {
    let basis = try basis(.consent)
    #expect(throws: PublicationRefusal.noLiveGrant) {
      try PublicationPermit(for: .init(slug: "a", name: "A", basis: basis))
    }
  }

  @Test func quotesWithTheCreditTheLicenceAsksFor() throws {
    let quote = try permit().quote(passage())
    #expect(quote.author.text == "Ada")
    #expect(quote.licence.name == "CC BY-SA 3.0")
    #expect(quote.licence.url == "https://creativecommons.org/licenses/by-sa/3.0/")
    #expect(quote.source.address.text == "https://a.example/q/1")
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
