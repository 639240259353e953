/// A community that may have a page: only ``PublicationPermit`` makes one, so a renderer that takes
/// this type cannot publish a community without a basis.
package struct PublishableEntry: Sendable, Hashable {
  /// Its name in addresses: its random id where it stands on consent, so that an address tells
  /// nothing once the consent ends.
  package let slug: String
  package let name: String
  package let basis: Basis

  init(slug: String, name: String, basis: Basis) {
    self.slug = slug
    self.name = name
    self.basis = basis
  }

  /// What a community is called that may be measured but not named.
  static func nameless(_ subject: ConsentSubject) -> String { "Community \(subject)" }
}

/// A citation of the community's own place: the permalink of a quoted or listed item, or the place
/// itself as the source of figures. It recommends nothing.
package struct SourceLink: Sendable, Hashable {
  package let address: WebAddress

  init(address: WebAddress) {
    self.address = address
  }
}

/// A link that invites readers to a place, which only a live grant of `link` makes.
package struct Recommendation: Sendable, Hashable {
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

/// A person who agreed to be asked, with what they want to be asked about and how.
package struct PublishableExpert: Sendable, Hashable {
  package let name: CreditedName
  package let contact: String?
  package let subjects: String?

  init(name: CreditedName, contact: String?, subjects: String?) {
    self.name = name
    self.contact = contact
    self.subjects = subjects
  }
}
