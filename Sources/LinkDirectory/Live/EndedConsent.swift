package import Basics

/// A consent that was given and does not hold, with the reason.
package struct EndedConsent: Sendable, Hashable {
  package let key: ConsentKey
  package let reason: ConsentEnd
}

/// Why a consent does not hold.
package enum ConsentEnd: Sendable, Hashable, CustomStringConvertible {
  case erased(Timestamp)
  case revoked(Timestamp)
  case suspended(Timestamp)
  /// A later capture of the same place does not say it any more, or cannot be shown.
  case superseded
  /// The post that gave it is gone from the newest snapshot, or says something else.
  case postGone
  case expired(Timestamp)
  case evidence(EvidenceFault)
  case notice(agreed: String, current: Int?)

  /// Whether somebody said no, rather than that time passed or something is missing.
  package var isNo: Bool {
    switch self {
    case .erased, .revoked, .suspended: true
    default: false
    }
  }

  /// When it ended, where somebody or time ended it.
  package var moment: Timestamp? {
    switch self {
    case .erased(let moment), .revoked(let moment), .suspended(let moment), .expired(let moment):
      moment
    case .superseded, .postGone, .evidence, .notice: nil
    }
  }

  /// A word for lists and for machines.
  package var name: String {
    switch self {
    case .erased: "erased"
    case .revoked: "revoked"
    case .suspended: "suspended"
    case .superseded: "superseded"
    case .postGone: "post-gone"
    case .expired: "expired"
    case .evidence(.missing): "evidence-missing"
    case .evidence(.differs): "evidence-differs"
    case .evidence(.says): "evidence-says-otherwise"
    case .notice: "notice-not-current"
    }
  }

  package var description: String {
    switch self {
    case .erased(let moment): "the person's details were erased on \(moment.day)"
    case .revoked(let moment): "it was revoked on \(moment.day)"
    case .suspended(let moment): "it is suspended since \(moment.day)"
    case .superseded: "the newest capture of the place does not say it"
    case .postGone: "the post that gave it is gone or says something else now"
    case .expired(let moment): "it ended on \(moment.day)"
    case .evidence(let fault): fault.description
    case .notice(let agreed, let current):
      "it agrees to version \(agreed) of the notice, and the current one is "
        + (current.map(\.description) ?? "missing")
    }
  }
}
