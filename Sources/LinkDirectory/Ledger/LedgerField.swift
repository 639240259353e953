/// A field of a ledger line; lines have them in this order.
package enum LedgerField: String, Sendable, CaseIterable {
  case version = "v"
  case sequence = "seq"
  case previous = "prev"
  case event
  case id
  case subject
  case place
  case scope
  case item
  case purpose
  case role = "by_role"
  case person = "by_ref"
  case standing
  case method
  case evidence
  case notice
  case at
  case expires

  /// Whether an event must, may or must not have it.
  package enum Need: String, Sendable {
    case required, optional, forbidden
  }

  /// The table that `docs/consent.md` prints. `item` belongs to the scope `quote` alone: there a yes
  /// requires it, and a no may leave it out and is then about every item.
  package func need(in event: ConsentEvent.Kind, isPerson: Bool) -> Need {
    switch self {
    case .version, .sequence, .previous, .event, .id, .subject, .at: .required
    case .place: isPerson || event == .erase ? .forbidden : .required
    case .scope: event == .erase ? .forbidden : .required
    case .item: isPerson && event != .erase ? .optional : .forbidden
    case .role, .method, .evidence, .standing:
      event == .erase ? .forbidden : event.isYes ? .required : noNeeds
    case .person: event == .erase ? .forbidden : .optional
    case .purpose, .notice, .expires: event.isGiving ? .required : .forbidden
    }
  }

  /// What a no may tell of who said it, and how.
  private var noNeeds: Need { self == .standing ? .forbidden : .optional }
}
