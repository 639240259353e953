/// Who consents: a community `c-7f3k9q` or a person `p-0007`, under a random name that tells nothing.
package enum ConsentSubject: Sendable, Hashable, Comparable, CustomStringConvertible {
  case community(String)
  case person(String)

  /// nil for anything but `c-` or `p-` with 4 to 32 small letters and digits.
  package init?(_ text: String) {
    let rest = text.utf8.dropFirst(2)
    let isPlain = rest.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    guard isPlain, (4...32).contains(rest.count) else { return nil }
    switch text.prefix(2) {
    case "c-": self = .community(text)
    case "p-": self = .person(text)
    default: return nil
    }
  }

  package var description: String {
    switch self {
    case .community(let text), .person(let text): text
    }
  }

  package var isPerson: Bool {
    if case .person = self { true } else { false }
  }

  /// What such a subject can allow.
  package var scopes: [ConsentScope] {
    isPerson ? ConsentScope.ofPersons : ConsentScope.ofCommunities
  }

  package static func < (left: ConsentSubject, right: ConsentSubject) -> Bool {
    left.description < right.description
  }
}
