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
  /// Where the licence or the terms can be read; for consent, the notice.
  package let proof: WebAddress

  package init(kind: Kind, proof: WebAddress) {
    self.kind = kind
    self.proof = proof
  }
}
