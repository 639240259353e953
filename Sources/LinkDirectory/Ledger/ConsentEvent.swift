package import Basics

/// One line of the ledger: who said yes or no to what, when, and on what evidence.
package struct ConsentEvent: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case grant, renew, revoke, suspend, resume, erase

    /// Whether it says yes, and so needs proof; a no needs none.
    package var isYes: Bool { self == .grant || self == .renew || self == .resume }
    /// Whether it gives something until a day.
    package var isGiving: Bool { self == .grant || self == .renew }
  }

  /// Counted from 1.
  package var sequence: Int
  /// SHA-256 of the bytes of the line before, in hexadecimal digits; zeros for the first line.
  package var previous: String
  package var kind: Kind
  /// A ULID.
  package var id: String
  package var subject: ConsentSubject
  /// The community's own place, the same in all of its events.
  package var place: WebAddress?
  package var scopes: [ConsentScope] = []
  /// `community/item id`, for the scope `quote`; without one, a no is about every item.
  package var item: String?
  package var purpose: ConsentPurpose?
  /// The role in which somebody spoke.
  package var role: ConsentRole?
  /// Who spoke: the id of a line of `people.ndjson`.
  package var person: String?
  package var standing: ConsentStanding?
  package var method: ConsentMethod?
  package var evidence: EvidenceReference?
  package var notice: NoticeReference?
  package var at: Timestamp
  package var expires: Timestamp?

  package init(_ kind: Kind, id: String, subject: ConsentSubject, at: Timestamp) {
    sequence = 0
    previous = ConsentEvent.noPrevious
    self.kind = kind
    self.id = id
    self.subject = subject
    self.at = at
  }

  static let noPrevious = String(repeating: "0", count: 64)

  /// The longest time between `at` and `expires`.
  package static let longestDays = 365

  /// Whether it speaks of a scope and, for quotes, of an item.
  func isAbout(_ scope: ConsentScope, _ item: String?) -> Bool {
    scopes.contains(scope) && (scope != .quote || self.item == item || self.item == nil)
  }
}

/// What a consent is for.
package enum ConsentPurpose: String, Sendable, CaseIterable {
  case directory = "official-directory"
  case insights = "community-insights"
}

/// The role in which somebody speaks; a role in the organisation that publishes is none of these.
package enum ConsentRole: String, Sendable, CaseIterable {
  case owner, board, administrator, moderator, editor
  /// A person about what is their own.
  case own = "self"

  package static let ofCommunities: [ConsentRole] = [
    .owner, .board, .administrator, .moderator, .editor,
  ]
}

/// What shows that whoever spoke may speak.
package enum ConsentStanding: String, Sendable, CaseIterable {
  /// Only who runs the place can put a file under its address.
  case file = "place-origin-file"
  /// The statement is signed with a key that the place itself publishes.
  case key = "place-published-key"
  /// A post of a moderator in the place.
  case post = "place-moderator-post"
  /// A person about what is their own.
  case own = "self"
}

/// How a yes was given.
package enum ConsentMethod: String, Sendable, CaseIterable {
  case wellKnown = "well-known"
  case signature = "signed-statement"
  case post = "moderator-post"
  /// A post of the person in question.
  case ownPost = "own-post"
  /// A letter or mail of the person in question.
  case message

  package static let ofCommunities: [ConsentMethod] = [.signature, .wellKnown, .post]
  package static let ofPersons: [ConsentMethod] = [.signature, .ownPost, .message]

  /// The standing that it shows.
  package func standing(of subject: ConsentSubject) -> ConsentStanding {
    if subject.isPerson { return .own }
    switch self {
    case .wellKnown: return .file
    case .signature: return .key
    case .post, .ownPost, .message: return .post
    }
  }
}

/// Bytes that were captured as proof, kept under `Content/consent/`.
package struct EvidenceReference: Sendable, Hashable {
  /// Where it was found.
  package var url: WebAddress?
  package var captured: Timestamp
  /// In hexadecimal digits.
  package var sha256: String
  /// `evidence/12.txt`
  package var file: String

  package init(url: WebAddress?, captured: Timestamp, sha256: String, file: String) {
    self.url = url
    self.captured = captured
    self.sha256 = sha256
    self.file = file
  }
}

/// The text somebody agreed to.
package struct NoticeReference: Sendable, Hashable {
  /// A whole number as text: `3`.
  package var version: String
  /// In hexadecimal digits.
  package var sha256: String
  /// A BCP 47 tag.
  package var language: String

  package init(version: String, sha256: String, language: String) {
    self.version = version
    self.sha256 = sha256
    self.language = language
  }
}
