internal import Basics
internal import CommunityData

/// Somebody of the sample community.
struct Person: Sendable {
  let id: String
  /// What the forum shows as their name.
  let name: String
  var role = Member.Role.member
  var kind = Member.Kind.person
  var joined: Timestamp
  var isDiscoverable = true
  /// The months, by number, in which they write.
  var months: Set<Int> = []
  /// When the account was deleted.
  var left: Timestamp?
}

extension Member {
  init(_ person: Person) {
    self.init(id: person.id, kind: person.kind, role: person.role)
    joined = person.joined
    if !person.isDiscoverable { discoverable = false }
    if person.role == .staff { display = person.name }
  }
}
