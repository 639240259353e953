internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// A yes before it is entered: what the evidence says, narrowed by what was typed.
struct YesDraft {
  var kind: ConsentEvent.Kind
  var known: KnownSubject
  var evidence: Evidence
  var at: Timestamp
  var scopes: [ConsentScope]?
  var item: String?
  var expires: Timestamp?
  var purpose: ConsentPurpose?
  var role: ConsentRole?
  var speaker: ConsentSpeaker?

  init(kind: ConsentEvent.Kind, known: KnownSubject, evidence: Evidence, at: Timestamp) {
    self.kind = kind
    self.known = known
    self.evidence = evidence
    self.at = at
  }

  func entry(_ desk: borrowing ConsentDesk) throws -> ConsentEntry {
    if evidence.captured > at {
      throw ValidationError(
        "--captured \(evidence.captured) lies behind the moment of the event, \(at)")
    }
    var event = ConsentEvent(
      kind, id: ConsentIDs.newEvent(at: at), subject: known.subject, at: at)
    event.scopes = (scopes ?? evidence.terms.scopes).sorted()
    event.item = event.scopes.contains(.quote) ? item ?? evidence.terms.item : nil
    if !known.subject.isPerson {
      guard let place = known.place else {
        throw ValidationError("--place is missing, and no community's file tells it as `origin`")
      }
      event.place = place
    }
    event.role = known.subject.isPerson ? .own : role
    if event.role == nil { event.role = try askedRole(desk) }
    event.person = speaker?.id
    event.method = evidence.method
    event.standing = evidence.method.standing(of: known.subject)
    if kind.isGiving { try give(&event, desk) }
    var entry = ConsentEntry(event, proof: evidence.proof)
    entry.person = speaker?.person
    return entry
  }

  private func askedRole(_ desk: borrowing ConsentDesk) throws -> ConsentRole {
    let known = ConsentRole.ofCommunities.map(\.rawValue)
    let answer = try desk.ask("In which role did they speak (\(known.joined(separator: ", ")))?")
    guard let role = ConsentRole(rawValue: answer), ConsentRole.ofCommunities.contains(role) else {
      throw ValidationError("unknown role `\(answer)`: \(known.joined(separator: ", "))")
    }
    return role
  }

  /// What a grant and a renewal have besides.
  private func give(_ event: inout ConsentEvent, _ desk: borrowing ConsentDesk) throws {
    let year = Timestamp(
      secondsSinceEpoch: at.secondsSinceEpoch + Int64(ConsentEvent.longestDays) * 86_400)
    if let expires {
      if expires <= at { throw ValidationError("--expires \(expires) is over at \(at)") }
      if expires > year {
        throw ValidationError("--expires \(expires) is more than a year away: the last is \(year)")
      }
    }
    event.expires = expires ?? min(evidence.terms.expires, year)
    event.purpose =
      purpose ?? (event.scopes.contains(.link) ? .directory : .insights)
    let notice = desk.book.notices.first { $0.reference.sha256 == evidence.terms.notice }
    guard let notice else {
      throw desk.refusal(
        "the evidence agrees to a notice that is not in \(LedgerFile.notices)",
        fix: "keep the text as it was sent, as VERSION.LANGUAGE.txt")
    }
    event.notice = notice.reference
  }
}
