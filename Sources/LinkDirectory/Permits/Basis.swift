/// Why a community may be measured and written about at all: stated in its file with a proof.
package struct Basis: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A live grant in the consent ledger.
    case consent
    /// The licence of its content allows it.
    case licence
    /// The public terms of its place allow it.
    case terms
  }

  package let kind: Kind
  /// Where the licence or the terms can be read; nil for consent, whose proof is in the ledger.
  package let proof: WebAddress?

  /// nil for a licence or terms without a place to read them.
  package init?(kind: Kind, proof: WebAddress?) {
    guard kind == .consent || proof != nil else { return nil }
    self.kind = kind
    self.proof = kind == .consent ? nil : proof
  }
}
