/// One thing that may be allowed; no scope gives another one.
package enum ConsentScope: String, Sendable, CaseIterable, Comparable {
  /// A community may be recommended by a link to its place.
  case link
  /// A community, or a person, may be called by its name.
  case name
  /// A community may be measured and have a page.
  case metrics
  /// Words written in a community may be quoted, where their author or a licence allows it too.
  case quotes
  /// One item of a person may be quoted verbatim.
  case quote
  /// A person may be named as an expert whom others can ask.
  case expert
  /// A person may be credited by name for what they wrote.
  case credit

  package static let ofCommunities: [ConsentScope] = [.link, .name, .metrics, .quotes]
  package static let ofPersons: [ConsentScope] = [.quote, .name, .expert, .credit]

  package static func < (left: ConsentScope, right: ConsentScope) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { ConsentScope.allCases.firstIndex(of: self) ?? 0 }
}
