package import Basics

/// Somebody, or something, that posts: one line of `members.ndjson`. Never a name or an address.
package struct Member: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case person, bot, system }
  package enum Role: String, Sendable, CaseIterable { case member, staff, moderator }

  /// `m-…`, a pseudonym that only the site's key can make again.
  package var id: String
  package var kind: Kind
  package var role: Role
  package var joined: Timestamp?
  /// The platform's own trust level or reputation class.
  package var level: String?
  package var organisation: String?
  /// False when the person asked not to be found; such members are never quoted.
  package var discoverable: Bool?
  /// Only for staff reps, who act in public roles.
  package var display: String?

  package init(id: String, kind: Kind = .person, role: Role = .member) {
    self.id = id
    self.kind = kind
    self.role = role
  }
}
