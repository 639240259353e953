internal import Basics

/// Goes through the ledger once for each thing that was ever given and says whether it holds.
///
/// A giving event (grant or renewal) carries something as long as all of this is true:
/// its subject was not erased; after the grant it stands on, nobody revoked it, and every suspension
/// was resumed later; it is the newest capture of its address; the moment lies in its time; its
/// evidence is there and says so; its notice is the current one. Ties in time resolve to no.
struct ConsentFold {
  let book: ConsentBook
  let asOf: Timestamp
  let gonePosts: Set<WebAddress>
  private let bySubject: [ConsentSubject: [ConsentEvent]]

  init(book: ConsentBook, asOf: Timestamp, gonePosts: Set<WebAddress>) {
    self.book = book
    self.asOf = asOf
    self.gonePosts = gonePosts
    bySubject = Dictionary(grouping: book.ledger.events, by: \.subject)
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

  /// What subjects said no to, with no yes since.
  func refusals() -> Set<ConsentKey> {
    let noes = book.ledger.events.filter { $0.kind == .revoke || $0.kind == .suspend }
    let erased = book.ledger.events.filter { $0.kind == .erase }
      .flatMap { event in event.subject.scopes.map { ConsentKey(event.subject, $0) } }
    return Set(
      noes.flatMap(\.keys).filter { key in
        let events = bySubject[key.subject] ?? []
        let grant = events.last { $0.kind == .grant && $0.isAbout(key.scope, key.item) }
        return no(to: key, since: grant?.at, among: events) != nil
      }
    ).union(erased)
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
    if let no = no(to: key, since: anchor.at, among: events) { return no }
    if isSuperseded(event, among: events) { return .superseded }
    if let url = event.evidence?.url, gonePosts.contains(url) { return .postGone }
    guard let expires = event.expires, event.at <= asOf, asOf < expires else {
      return .expired(event.expires ?? event.at)
    }
    return proofFault(of: event)
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

  /// A revocation, or a suspension that was not lifted later, at or after a moment.
  private func no(
    to key: ConsentKey, since moment: Timestamp?, among events: [ConsentEvent]
  ) -> ConsentEnd? {
    let after = events.filter { event in
      event.isAbout(key.scope, key.item) && moment.map { event.at >= $0 } != false
    }
    if let revoked = after.first(where: { $0.kind == .revoke }) { return .revoked(revoked.at) }
    let open = after.first { suspension in
      suspension.kind == .suspend
        && !after.contains { $0.kind == .resume && $0.at > suspension.at }
    }
    return open.map { .suspended($0.at) }
  }

  private func isSuperseded(_ event: ConsentEvent, among events: [ConsentEvent]) -> Bool {
    guard let url = event.evidence?.url else { return false }
    return events.contains { other in
      other.kind.isGiving && other.sequence > event.sequence && other.evidence?.url == url
    }
  }

  private func proofFault(of event: ConsentEvent) -> ConsentEnd? {
    do throws(EvidenceFault) {
      try event.evidence?.check(event.evidence.flatMap { book.evidence[$0.file] }, prove: event)
    } catch {
      return .evidence(error)
    }
    guard let agreed = event.notice else { return .superseded }
    let isCurrent = book.notices.contains { notice in
      notice.version == book.currentNotice && notice.reference == agreed
    }
    return isCurrent ? nil : .notice(agreed: agreed.version, current: book.currentNotice)
  }
}
