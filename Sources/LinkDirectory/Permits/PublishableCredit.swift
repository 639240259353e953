/// Somebody to thank who agreed to be named, with what the record says they did; only
/// ``LiveConsent`` makes one.
package struct PublishableCredit: Sendable, Hashable {
  package let name: CreditedName
  package let note: String?
}

extension LiveConsent {
  /// Everybody who agreed to be credited, by name and by nothing that could be a rank.
  package var credits: [PublishableCredit] {
    people.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
      .compactMap { person in
        ConsentSubject(person.id).flatMap { credit(of: $0) }.map { name in
          PublishableCredit(name: name, note: person.note)
        }
      }
  }
}
