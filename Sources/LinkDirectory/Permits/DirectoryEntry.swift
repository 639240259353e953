package import Basics

/// A place that wants to be linked: only a live grant of `link` makes one.
package struct DirectoryEntry: Sendable, Hashable {
  /// Its random id, which is its name in addresses.
  package let id: String
  /// nil where it allows the link but not the name.
  package let name: String?
  package let link: Recommendation
  /// In which role somebody said yes.
  package let role: ConsentRole?
  package let since: Timestamp
  package let renewed: Timestamp?
  /// When it ends unless it is asked again.
  package let ends: Timestamp
  /// Everything that it allows.
  package let scopes: [ConsentScope]
}

extension LiveConsent {
  func recommendation(of subject: ConsentSubject) -> Recommendation? {
    grant(subject, .link)?.proof.place.map(Recommendation.init(address:))
  }

  /// Every community that wants to be linked, by id, with the names of those that want to be named.
  package func directory(names: [ConsentSubject: String]) -> [DirectoryEntry] {
    grants.filter { $0.key.scope == .link }.compactMap { grant in
      recommendation(of: grant.key.subject).map { link in
        entry(grant, link, name: names[grant.key.subject])
      }
    }
  }

  private func entry(
    _ grant: LiveGrant, _ link: Recommendation, name: String?
  ) -> DirectoryEntry {
    let subject = grant.key.subject
    return DirectoryEntry(
      id: subject.description, name: self.grant(subject, .name) == nil ? nil : name, link: link,
      role: grant.proof.role, since: grant.since, renewed: grant.renewed, ends: grant.ends,
      scopes: ConsentScope.ofCommunities.filter { self.grant(subject, $0) != nil })
  }
}

extension LiveConsent {
  /// A person's name, where they allow it.
  package func name(of subject: ConsentSubject) -> CreditedName? {
    grant(subject, .name) == nil ? nil : credited(subject)
  }

  /// The name of somebody to be credited, where they allow that: a yes to the name alone is none to this.
  package func credit(of subject: ConsentSubject) -> CreditedName? {
    grant(subject, .credit) == nil ? nil : credited(subject)
  }

  /// Somebody who can be asked, where they allow it.
  package func expert(_ subject: ConsentSubject) -> PublishableExpert? {
    guard grant(subject, .expert) != nil, let name = credited(subject) else { return nil }
    let person = people.first { $0.id == subject.description }
    return PublishableExpert(name: name, contact: person?.contact, subjects: person?.note)
  }

  private func credited(_ subject: ConsentSubject) -> CreditedName? {
    people.first { $0.id == subject.description }.map { person in
      CreditedName(
        text: person.name, profile: person.profile.map(SourceLink.init(address:)))
    }
  }
}
