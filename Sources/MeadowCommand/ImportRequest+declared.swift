internal import CommunityData
package import Importers
internal import LinkDirectory
package import SiteBuild

extension ImportRequest {
  /// Takes over what the community's own file says.
  ///
  /// What is measured because its community allowed it was given with consent: fewer figures about few
  /// people are shown of it, and its private places may be read.
  package mutating func take(_ declared: CommunityOrigin) {
    staff = declared.staff
    bots = declared.bots
    scope = declared.basis == .consent ? .withConsent : .public
  }
}
