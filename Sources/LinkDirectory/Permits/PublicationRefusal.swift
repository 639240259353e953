/// Why something may not be published.
package enum PublicationRefusal: Error, Hashable, CustomStringConvertible {
  case noBasis
  case noSubject
  case saidNo(ConsentSubject)
  /// Its file names no id, or another one than that which said no.
  case placeSaidNo(WebAddress)
  case noLiveGrant(ConsentEnd?)
  case noQuotes
  /// The community or the author said no, or what they allowed is over.
  case quotesWithdrawn
  case authorNotDiscoverable
  case licenceForbidsQuotation(String)
  case nobodyToCredit
  case noPermalink

  /// What stands for the id of a licence where none is known.
  package static let noLicence = "none"

  /// Whether it follows from a consent that is not given, so that nothing may be told about it.
  package var isWithheldConsent: Bool {
    switch self {
    case .noSubject, .saidNo, .placeSaidNo, .noLiveGrant: true
    default: false
    }
  }

  package var description: String {
    switch self {
    case .noBasis:
      "the community has no basis: its file must state `basis: consent`, `licence` or `terms`"
    case .noSubject:
      "the community stands on consent, and its file names no `subject:` of the ledger"
    case .saidNo(let subject): "`\(subject)` said no to being measured"
    case .placeSaidNo(let place): "the place \(place.text) said no to being measured"
    case .noLiveGrant(nil):
      "the community stands on consent, and the ledger shows no grant of `metrics`"
    case .noLiveGrant(let end?):
      "the community stands on consent, and its grant of `metrics` does not hold: \(end)"
    case .noQuotes: "the community does not allow quotes"
    case .quotesWithdrawn: "who allowed the quote does not allow it any more"
    case .authorNotDiscoverable: "the author asked not to be found, so the words are not quoted"
    case .licenceForbidsQuotation(PublicationRefusal.noLicence):
      "the snapshot names no licence, and the author gave no grant"
    case .licenceForbidsQuotation(let id):
      "the licence `\(id)` is not one that allows quotation with credit, and the author gave no grant"
    case .nobodyToCredit: "the licence asks for credit, and the snapshot names no author"
    case .noPermalink: "the item has no permalink, so the words cannot be read in context"
    }
  }
}
