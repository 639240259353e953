package import Basics

/// What is allowed at one moment. Only a whole ledger makes one, and only it makes what renderers
/// take, so that what nobody allowed has no type.
package struct LiveConsent: Sendable {
  package let asOf: Timestamp
  /// By subject, scope and item.
  package let grants: [LiveGrant]
  package let ended: [EndedConsent]
  let people: [ConsentPerson]
  private let live: [ConsentKey: LiveGrant]
  private let refused: Set<ConsentKey>
  private let refusedPlaces: [String: Set<ConsentScope>]

  /// Nothing is allowed: the state without a ledger.
  package static func none(asOf: Timestamp) -> LiveConsent {
    LiveConsent(ConsentFold(book: .empty, asOf: asOf, gonePosts: []))
  }

  init(_ fold: ConsentFold) {
    asOf = fold.asOf
    people = fold.book.people
    let states = fold.states()
    grants = states.compactMap { state in
      if case .live(let grant) = state { grant } else { nil }
    }.sorted { $0.key < $1.key }
    ended = states.compactMap { state in
      if case .ended(let end) = state { end } else { nil }
    }.sorted { $0.key < $1.key }
    live = Dictionary(grants.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    refused = fold.refusals()
    refusedPlaces = fold.refusalsOfPlaces()
  }

  package func grant(
    _ subject: ConsentSubject, _ scope: ConsentScope, item: String? = nil
  ) -> LiveGrant? {
    live[ConsentKey(subject, scope, item: item)]
  }

  /// Whether a subject said no and has not said yes since, whether or not it ever said yes before.
  package func saysNo(_ subject: ConsentSubject, _ scope: ConsentScope) -> Bool {
    refused.contains(ConsentKey(subject, scope))
  }

  /// Whether a place said no under whichever id and has not said yes since.
  package func saysNo(_ place: WebAddress, _ scope: ConsentScope) -> Bool {
    refusedPlaces[place.placeName]?.contains(scope) == true
  }

  /// Why something that was given does not hold; nil where it holds or was never given.
  package func end(_ subject: ConsentSubject, _ scope: ConsentScope) -> ConsentEnd? {
    ended.first { $0.key == ConsentKey(subject, scope) }?.reason
  }

  /// Everything that holds, and every no that stands, a line each: what a build depends on besides its
  /// files.
  package var names: [String] {
    grants.map { "\($0.key.line) \($0.proof.id)" } + refused.map { "\($0.line) no" }.sorted()
  }

  /// Whether somebody said no to being quoted with one item and has not said yes since.
  func saysNoToQuote(of item: String) -> Bool {
    refused.contains { $0.scope == .quote && $0.item == item }
      || ended.contains { $0.key.scope == .quote && $0.key.item == item && $0.reason.isNo }
  }

  /// Whether somebody once said yes to being quoted with one item, and it does not hold.
  func hadQuoteGrant(of item: String) -> Bool {
    ended.contains { $0.key.scope == .quote && $0.key.item == item }
  }

  /// Everybody who may be quoted with one item, in order.
  func quoteGrants(item: String) -> [LiveGrant] {
    grants.filter { $0.key.scope == .quote && $0.key.item == item }
  }
}

extension ConsentBook {
  /// What is allowed at a moment. A moment before the last event is refused: a clock turned back would
  /// bring back what was withdrawn since. `gonePosts` are addresses of evidence that the newest
  /// snapshot of the place no longer holds.
  package func live(
    asOf: Timestamp, gonePosts: Set<WebAddress> = []
  ) throws(Diagnostic) -> LiveConsent {
    if let last = ledger.events.last, asOf < last.at {
      throw Diagnostic(
        LinkDirectoryCodes.past,
        "consent is asked for \(asOf), before the last event of the ledger (\(last.at))",
        at: SourceLocation(file: LedgerFile.path, line: last.sequence),
        fix: "is the clock right? --as-of names another moment")
    }
    return LiveConsent(ConsentFold(book: self, asOf: asOf, gonePosts: gonePosts))
  }
}

/// What of one subject ends on the same day.
package struct ConsentEnding: Sendable, Hashable {
  package let subject: ConsentSubject
  package let ends: Timestamp
  package let scopes: [ConsentScope]
}

extension LiveConsent {
  /// What ends within some days and is not renewed, by day and subject.
  package func endingSoon(within days: Int) -> [ConsentEnding] {
    let limit = asOf.secondsSinceEpoch + Int64(days) * 86_400
    let soon = grants.filter { $0.ends.secondsSinceEpoch <= limit }
    var scopes: [ConsentSubject: [Timestamp: Set<ConsentScope>]] = [:]
    for grant in soon {
      scopes[grant.key.subject, default: [:]][grant.ends, default: []].insert(grant.key.scope)
    }
    return scopes.flatMap { subject, byEnd in
      byEnd.map { ConsentEnding(subject: subject, ends: $0, scopes: $1.sorted()) }
    }.sorted { ($0.ends, $0.subject) < ($1.ends, $1.subject) }
  }
}
