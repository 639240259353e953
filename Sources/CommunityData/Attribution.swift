/// Who is to be credited for a member's items where the content licence asks for it: one line of
/// `attribution.ndjson`. Nothing but a licence credit may read it.
package struct Attribution: Sendable, Equatable {
  package var member: String
  package var name: String
  /// The author's profile on the platform.
  package var profile: String?

  package init(member: String, name: String, profile: String? = nil) {
    self.member = member
    self.name = name
    self.profile = profile
  }
}
