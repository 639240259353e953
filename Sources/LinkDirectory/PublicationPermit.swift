/// What may be published about one community, and the only maker of links, names and quotes.
///
/// It exists only for a community whose basis is stated and proven; each thing it makes is one that
/// this basis covers.
package struct PublicationPermit: Sendable {
  package let entry: PublishableEntry

  /// What a community's file says of itself.
  package struct Declaration: Sendable {
    package var slug: String
    package var name: String
    package var basis: Basis?

    package init(slug: String, name: String, basis: Basis?) {
      self.slug = slug
      self.name = name
      self.basis = basis
    }
  }

  /// Absent is no: without a basis, or with a consent that no ledger shows, there is no permit.
  package init(for declaration: Declaration) throws(PublicationRefusal) {
    guard let basis = declaration.basis else { throw .noBasis }
    guard basis.kind != .consent else { throw .noLiveGrant }
    entry = PublishableEntry(slug: declaration.slug, name: declaration.name, basis: basis)
  }

  /// A citation; covered by any basis.
  package func sourceLink(to address: WebAddress) -> SourceLink {
    SourceLink(address: address)
  }

  /// A verbatim quote; covered by a content licence that allows quotation with credit.
  package func quote(_ passage: QuotedPassage) throws(PublicationRefusal) -> PublishableQuote {
    guard passage.authorMayBeQuoted else { throw .authorNotDiscoverable }
    guard let licence = ContentLicence.allowingQuotation(id: passage.licence) else {
      throw .licenceForbidsQuotation(passage.licence)
    }
    guard let name = passage.authorName, !name.isEmpty else { throw .nobodyToCredit }
    guard let address = passage.permalink else { throw .noPermalink }
    let author = CreditedName(
      text: name, profile: passage.authorProfile.map(SourceLink.init(address:)))
    return PublishableQuote(
      words: passage.words, author: author, licence: licence,
      source: SourceLink(address: address))
  }
}

/// The words somebody wants to quote, with all that the permit has to know.
package struct QuotedPassage: Sendable {
  package var words: String
  package var authorName: String?
  package var authorProfile: WebAddress?
  /// False for people who asked not to be found.
  package var authorMayBeQuoted: Bool
  /// An SPDX id.
  package var licence: String
  package var permalink: WebAddress?

  package init(words: String, licence: String) {
    self.words = words
    self.licence = licence
    authorMayBeQuoted = true
  }
}

/// Why something may not be published.
package enum PublicationRefusal: Error, Hashable, CustomStringConvertible {
  case noBasis
  case noLiveGrant
  case authorNotDiscoverable
  case licenceForbidsQuotation(String)
  case nobodyToCredit
  case noPermalink

  package var description: String {
    switch self {
    case .noBasis:
      "the community has no basis: its file must state `basis: consent`, `licence` or `terms`"
    case .noLiveGrant: "the community stands on consent, and the ledger shows no live grant"
    case .authorNotDiscoverable: "the author asked not to be found, so the words are not quoted"
    case .licenceForbidsQuotation(let id):
      "the licence `\(id)` is not one that allows quotation with credit"
    case .nobodyToCredit: "the licence asks for credit, and the snapshot names no author"
    case .noPermalink: "the item has no permalink, so the words cannot be read in context"
    }
  }
}
