internal import Basics

/// Goes through the ledger once for each thing that was ever given and says whether it holds.
///
/// A giving event (grant or renewal) carries something as long as all of this is true:
/// its subject was not erased; after the grant it stands on, nobody revoked it, and every suspension
/// was resumed later; it is the newest capture of its address; the moment lies in its time; its
/// evidence is there and says so; its notice is the current one. Ties in time resolve to no.
///
/// A place may have come into the ledger under several ids: a no to one of them is a no to all.
struct ConsentFold {
  let book: ConsentBook
  let asOf: Timestamp
  let gonePosts: Set<WebAddress>
  private let bySubject: [ConsentSubject: [ConsentEvent]]
  /// The events of a place under whichever id, by what ``ConsentBook/placeNames`` calls it.
  private let byPlace: [String: [ConsentEvent]]
  private let placeNames: [ConsentSubject: String]

  init(book: ConsentBook, asOf: Timestamp, gonePosts: Set<WebAddress>) {
    self.book = book
    self.asOf = asOf
    self.gonePosts = gonePosts
    bySubject = Dictionary(grouping: book.ledger.events, by: \.subject)
    let names = book.placeNames
    placeNames = names
    byPlace = Dictionary(
      grouping: book.ledger.events.filter { names[$0.subject] != nil },
      by: { names[$0.subject] ?? "" })
  }

  enum State {
    case live(LiveGrant)
    case ended(EndedConsent)
  }

  /// One state for each thing that was ever given.
  func states() -> [State] {
    var seen: Set<ConsentKey> = []
    let keys = book.ledger.events.filter(\.kind.isGiving).flatMap(\.keys)
      .filter { seen.insert($0).inserted }
    return keys.map(state)
  }

  /// What subjects said no to, with no yes since, under whichever id of their place.
  func refusals() -> Set<ConsentKey> {
    let erased = book.ledger.events.filter { $0.kind == .erase }
      .flatMap { event in event.subject.scopes.map { ConsentKey(event.subject, $0) } }
    let refused = standingNoes().flatMap { no in
      let ids = placeNames[no.subject].map { name in
        (byPlace[name] ?? []).map(\.subject)
      }
      return (ids ?? [no.subject]).map { ConsentKey($0, no.scope, item: no.item) }
    }
    return Set(refused).union(erased)
  }

  /// What places said no to, with no yes since: for a site that knows a place by its address alone.
  func refusalsOfPlaces() -> [String: Set<ConsentScope>] {
    var refused: [String: Set<ConsentScope>] = [:]
    for no in standingNoes() {
      guard let name = placeNames[no.subject] else { continue }
      refused[name, default: []].insert(no.scope)
    }
    return refused
  }

  /// The noes that no later yes to the same place lifts. What no evidence shows was not given, and
  /// lifts nothing; nor does a yes that has ended: what counted before it counts again.
  private func standingNoes() -> [ConsentKey] {
    let noes = book.ledger.events.filter { $0.kind == .revoke || $0.kind == .suspend }
    return noes.flatMap(\.keys).filter { key in
      let events = eventsOfPlace(of: key.subject)
      let since = events.filter { event in
        event.kind.isGiving && event.isAbout(key.scope, key.item) && isInTime(event)
          && isShown(event)
      }.compactMap { anchor(of: $0, key, bySubject[$0.subject] ?? [])?.at }.max()
      return no(to: key, since: since, among: events) != nil
    }
  }

  /// All that was entered about a subject's place; about a person, what was entered about them.
  private func eventsOfPlace(of subject: ConsentSubject) -> [ConsentEvent] {
    (placeNames[subject].map { byPlace[$0] } ?? bySubject[subject]) ?? []
  }

  private func state(of key: ConsentKey) -> State {
    let events = bySubject[key.subject] ?? []
    let giving = events.filter { $0.kind.isGiving && $0.isAbout(key.scope, key.item) }
    let carrying = giving.filter { end(of: $0, key, events) == nil }
    if let proof = carrying.last {
      return .live(grant(of: key, proof, carrying, events))
    }
    let newest = giving.last.flatMap { end(of: $0, key, events) }
    return .ended(EndedConsent(key: key, reason: newest ?? .superseded))
  }

  private func grant(
    of key: ConsentKey, _ proof: ConsentEvent, _ carrying: [ConsentEvent], _ events: [ConsentEvent]
  ) -> LiveGrant {
    let anchor = anchor(of: proof, key, events)
    return LiveGrant(
      key: key, proof: proof, since: anchor?.at ?? proof.at,
      renewed: proof.kind == .renew ? proof.at : nil,
      ends: carrying.compactMap(\.expires).max() ?? proof.at)
  }

  /// Why one giving event does not carry something; nil when it does.
  private func end(
    of event: ConsentEvent, _ key: ConsentKey, _ events: [ConsentEvent]
  ) -> ConsentEnd? {
    if let erased = events.first(where: { $0.kind == .erase }) { return .erased(erased.at) }
    guard let anchor = anchor(of: event, key, events) else { return .superseded }
    let ofPlace = eventsOfPlace(of: key.subject)
    if let no = no(to: key, since: anchor.at, among: ofPlace) { return no }
    if isSuperseded(event, key, among: ofPlace) { return .superseded }
    if isPostGone(event) { return .postGone }
    guard isInTime(event) else { return .expired(event.expires ?? event.at) }
    return proofFault(of: event)
  }

  private func isInTime(_ event: ConsentEvent) -> Bool {
    event.at <= asOf && event.expires.map { asOf < $0 } == true
  }

  /// The grant an event stands on: itself, or for a renewal the last grant before it.
  private func anchor(
    of event: ConsentEvent, _ key: ConsentKey, _ events: [ConsentEvent]
  ) -> ConsentEvent? {
    if event.kind == .grant { return event }
    return events.last { other in
      other.kind == .grant && other.sequence < event.sequence && other.isAbout(key.scope, key.item)
    }
  }

  /// A revocation, or a suspension that was not lifted later, at or after a moment. A resumption that
  /// no evidence shows lifts nothing.
  private func no(
    to key: ConsentKey, since moment: Timestamp?, among events: [ConsentEvent]
  ) -> ConsentEnd? {
    let after = events.filter { event in
      event.isAbout(key.scope, key.item) && moment.map { event.at >= $0 } != false
    }
    if let revoked = after.first(where: { $0.kind == .revoke }) { return .revoked(revoked.at) }
    let open = after.first { suspension in
      suspension.kind == .suspend
        && !after.contains { event in
          event.kind == .resume && event.subject == suspension.subject && event.at > suspension.at
            && isShown(event)
        }
    }
    return open.map { .suspended($0.at) }
  }

  /// A later capture under another id of the place ends only what it does not say itself.
  private func isSuperseded(
    _ event: ConsentEvent, _ key: ConsentKey, among events: [ConsentEvent]
  ) -> Bool {
    guard let url = event.evidence?.url else { return false }
    return events.contains { other in
      other.kind.isGiving && other.sequence > event.sequence && other.evidence?.url == url
        && (other.subject == event.subject || !other.isAbout(key.scope, key.item))
    }
  }

  /// Whether its evidence is there and says so, and where that is a post, the post still stands.
  private func isShown(_ event: ConsentEvent) -> Bool {
    !isPostGone(event) && evidenceFault(of: event) == nil
  }

  private func isPostGone(_ event: ConsentEvent) -> Bool {
    event.evidence?.url.map(gonePosts.contains) ?? false
  }

  private func evidenceFault(of event: ConsentEvent) -> EvidenceFault? {
    do throws(EvidenceFault) {
      try event.evidence?.check(event.evidence.flatMap { book.evidence[$0.file] }, prove: event)
      return nil
    } catch {
      return error
    }
  }

  private func proofFault(of event: ConsentEvent) -> ConsentEnd? {
    if let fault = evidenceFault(of: event) { return .evidence(fault) }
    guard let agreed = event.notice else { return .superseded }
    let isCurrent = book.notices.contains { notice in
      notice.version == book.currentNotice && notice.reference == agreed
    }
    return isCurrent ? nil : .notice(agreed: agreed.version, current: book.currentNotice)
  }
}
