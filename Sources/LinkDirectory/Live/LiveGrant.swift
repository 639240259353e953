package import Basics

/// A consent that holds at the moment it was asked for; only ``LiveConsent`` makes one.
package struct LiveGrant: Sendable, Hashable {
  package let key: ConsentKey
  /// The event that proves it: a grant or its newest renewal.
  package let proof: ConsentEvent
  /// When it was first given without a break.
  package let since: Timestamp
  /// The last renewal, where there was one.
  package let renewed: Timestamp?
  package let ends: Timestamp

  init(key: ConsentKey, proof: ConsentEvent, since: Timestamp, renewed: Timestamp?, ends: Timestamp)
  {
    self.key = key
    self.proof = proof
    self.since = since
    self.renewed = renewed
    self.ends = ends
  }
}
