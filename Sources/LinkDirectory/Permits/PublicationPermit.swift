/// What may be published about one community, and the only maker of links, names and quotes.
///
/// It exists only for a community whose basis is stated and proven; each thing it makes is one that
/// this basis, or a live consent, covers.
package struct PublicationPermit: Sendable {
  package let entry: PublishableEntry
  /// The community's own place, where it wants to be linked.
  package let recommendation: Recommendation?
  private let subject: ConsentSubject?
  private let place: WebAddress?
  private let consent: LiveConsent

  /// What a community's file says of itself.
  package struct Declaration: Sendable {
    package var slug: String
    package var name: String
    package var basis: Basis?
    /// Its id in the consent ledger.
    package var subject: ConsentSubject?
    /// Its own address, as its file tells it.
    package var place: WebAddress?

    package init(slug: String, name: String, basis: Basis?, subject: ConsentSubject? = nil) {
      self.slug = slug
      self.name = name
      self.basis = basis
      self.subject = subject
    }
  }

  /// Absent is no: without a basis, or with a consent that no ledger shows, there is no permit; and a
  /// no in the ledger weighs more than any licence.
  package init(
    for declaration: Declaration, under consent: LiveConsent
  ) throws(PublicationRefusal) {
    guard let basis = declaration.basis else { throw .noBasis }
    self.consent = consent
    subject = declaration.subject
    place = declaration.place
    if let subject, consent.saysNo(subject, .metrics) { throw .saidNo(subject) }
    if let place, consent.saysNo(place, .metrics) { throw .placeSaidNo(place) }
    if basis.kind == .consent {
      guard let subject else { throw .noSubject }
      guard consent.grant(subject, .metrics) != nil else {
        throw .noLiveGrant(consent.end(subject, .metrics))
      }
      entry = PublishableEntry(
        slug: subject.description,
        name: PublicationPermit.name(declaration, subject, under: consent), basis: basis)
    } else {
      entry = PublishableEntry(slug: declaration.slug, name: declaration.name, basis: basis)
    }
    recommendation = declaration.subject.flatMap { consent.recommendation(of: $0) }
  }

  private static func name(
    _ declaration: Declaration, _ subject: ConsentSubject, under consent: LiveConsent
  ) -> String {
    consent.grant(subject, .name) == nil
      ? PublishableEntry.nameless(subject) : declaration.name
  }

  /// A citation; covered by any basis.
  package func sourceLink(to address: WebAddress) -> SourceLink {
    SourceLink(address: address)
  }

  /// A verbatim quote; covered by its author's own grant, or by a content licence that allows quotation
  /// with credit. A community that stands on consent must allow quotes besides; and a no of either
  /// weighs more than any licence.
  package func quote(_ passage: QuotedPassage) throws(PublicationRefusal) -> PublishableQuote {
    guard passage.authorMayBeQuoted else { throw .authorNotDiscoverable }
    try checkCommunity()
    if let item = passage.item, consent.saysNoToQuote(of: item) { throw .quotesWithdrawn }
    guard let address = passage.permalink else { throw .noPermalink }
    let source = SourceLink(address: address)
    if let grant = passage.item.flatMap({ consent.quoteGrants(item: $0).first }) {
      return PublishableQuote(
        words: passage.words, credit: .permission(consent.name(of: grant.key.subject)),
        source: source)
    }
    guard let licence = passage.licence.flatMap({ ContentLicence.allowingQuotation(id: $0) }) else {
      if let item = passage.item, consent.hadQuoteGrant(of: item) { throw .quotesWithdrawn }
      throw .licenceForbidsQuotation(passage.licence ?? "none")
    }
    guard let name = passage.authorName, !name.isEmpty else { throw .nobodyToCredit }
    let author = CreditedName(
      text: name, profile: passage.authorProfile.map(SourceLink.init(address:)))
    return PublishableQuote(
      words: passage.words, credit: .licence(author, licence), source: source)
  }

  /// Whether the community, under its id and by its place, lets anybody be quoted.
  private func checkCommunity() throws(PublicationRefusal) {
    if let place, consent.saysNo(place, .quotes) { throw .quotesWithdrawn }
    guard let subject else { return }
    if consent.saysNo(subject, .quotes) { throw .quotesWithdrawn }
    guard entry.basis.kind == .consent, consent.grant(subject, .quotes) == nil else { return }
    throw consent.end(subject, .quotes) == nil ? .noQuotes : .quotesWithdrawn
  }

  /// What somebody said, in the words of a named editor; covered by any basis, since it quotes nobody.
  package func paraphrase(
    _ words: String, of permalink: WebAddress?, by editor: String
  ) throws(PublicationRefusal) -> PublishableParaphrase {
    guard let permalink else { throw .noPermalink }
    return PublishableParaphrase(
      words: words, editor: editor, source: SourceLink(address: permalink))
  }
}

/// The words somebody wants to quote, with all that the permit has to know.
package struct QuotedPassage: Sendable {
  package var words: String
  /// `community/item id`, as the ledger names it.
  package var item: String?
  package var authorName: String?
  package var authorProfile: WebAddress?
  /// False for people who asked not to be found.
  package var authorMayBeQuoted: Bool
  /// An SPDX id.
  package var licence: String?
  package var permalink: WebAddress?

  package init(words: String, licence: String?) {
    self.words = words
    self.licence = licence
    authorMayBeQuoted = true
  }
}
