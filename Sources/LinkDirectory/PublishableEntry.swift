/// A community that may have a page: only ``PublicationPermit`` makes one, so a renderer that takes
/// this type cannot publish a community without a basis.
package struct PublishableEntry: Sendable, Hashable {
  package let slug: String
  package let name: String
  package let basis: Basis

  init(slug: String, name: String, basis: Basis) {
    self.slug = slug
    self.name = name
    self.basis = basis
  }
}

/// A citation of the community's own place: the permalink of a quoted or listed item, or the place
/// itself as the source of figures. It recommends nothing.
package struct SourceLink: Sendable, Hashable {
  package let address: WebAddress

  init(address: WebAddress) {
    self.address = address
  }
}

/// A person's name that a licence asks to be printed, or that its bearer agreed to.
package struct CreditedName: Sendable, Hashable {
  package let text: String
  package let profile: SourceLink?

  init(text: String, profile: SourceLink?) {
    self.text = text
    self.profile = profile
  }
}

/// Somebody's own words, allowed to be printed, with the credit that is owed for them.
package struct PublishableQuote: Sendable, Hashable {
  package let words: String
  package let author: CreditedName
  package let licence: ContentLicence
  package let source: SourceLink

  init(words: String, author: CreditedName, licence: ContentLicence, source: SourceLink) {
    self.words = words
    self.author = author
    self.licence = licence
    self.source = source
  }
}
