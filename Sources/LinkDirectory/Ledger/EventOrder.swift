internal import Basics

/// What must fit together from one event to the next: the chain, the clock, and what each may follow.
struct EventOrder {
  private var expected = 1
  private var ids: Set<String> = []
  private var last: Timestamp?
  private var places: [ConsentSubject: WebAddress] = [:]
  private var erased: Set<String> = []
  private var given: Set<Given> = []
  /// The last suspension of each.
  private var suspended: [Given: Timestamp] = [:]
  /// What was resumed after it.
  private var resumed: Set<Given> = []

  private struct Given: Hashable {
    var subject: ConsentSubject
    var scope: ConsentScope
    var item: String?
  }

  /// A line that could not be read takes its number all the same, so that it is reported once.
  mutating func skipLine() { expected += 1 }

  mutating func check(
    _ event: ConsentEvent, after digest: String, _ reader: inout FieldReader
  ) {
    checkChain(event, after: digest, &reader)
    checkClock(event, &reader)
    checkSubject(event, &reader)
    checkConsequence(event, &reader)
    expected += 1
  }

  private mutating func checkChain(
    _ event: ConsentEvent, after digest: String, _ reader: inout FieldReader
  ) {
    if event.sequence != expected {
      reader.report(
        LinkDirectoryCodes.fork,
        event.sequence < expected
          ? "a second line has the number \(event.sequence)"
          : "the line has the number \(event.sequence) and should have \(expected)", at: "seq")
    }
    if event.previous != digest {
      reader.report(
        LinkDirectoryCodes.brokenChain, "the chain is broken: the line before has another checksum",
        at: "prev", fix: "the line before is sha256:\(digest.prefix(12))…")
    }
    if !ids.insert(event.id).inserted {
      reader.report(LinkDirectoryCodes.duplicate, "the event `\(event.id)` comes twice", at: "id")
    }
  }

  private mutating func checkClock(_ event: ConsentEvent, _ reader: inout FieldReader) {
    if let last, event.at < last {
      reader.report(
        LinkDirectoryCodes.clock, "the event lies before the one above it (\(last))", at: "at")
    }
    last = max(last ?? event.at, event.at)
  }

  private mutating func checkSubject(_ event: ConsentEvent, _ reader: inout FieldReader) {
    if let place = event.place {
      let known = places[event.subject] ?? place
      if known.placeName != place.placeName {
        reader.report(
          LinkDirectoryCodes.doesNotFollow,
          "`\(event.subject)` is the place \(known.text), not another one", at: "place",
          fix: "a place that moved is asked again under a new id")
      }
      places[event.subject] = known
    }
    if erased.contains(event.subject.description) {
      reader.report(
        LinkDirectoryCodes.doesNotFollow, "the details of `\(event.subject)` were erased",
        at: "subject", fix: "a person who comes back gets a new id")
    } else if let person = event.person, erased.contains(person) {
      reader.report(
        LinkDirectoryCodes.doesNotFollow, "the details of `\(person)` were erased", at: "by_ref")
    }
    if event.kind == .erase { erased.insert(event.subject.description) }
  }

  private mutating func checkConsequence(_ event: ConsentEvent, _ reader: inout FieldReader) {
    for scope in event.scopes {
      let one = Given(
        subject: event.subject, scope: scope, item: scope == .quote ? event.item : nil)
      switch event.kind {
      case .grant: given.insert(one)
      case .renew:
        if given.contains(one) { continue }
        reader.report(
          LinkDirectoryCodes.doesNotFollow,
          "a renewal cannot give `\(scope.rawValue)`, which no grant gave", at: "scope",
          fix: "enter a grant")
      case .suspend: suspend(one, at: event.at)
      case .resume:
        if resume(one, at: event.at) { continue }
        reader.report(
          LinkDirectoryCodes.doesNotFollow,
          resumed.contains(one)
            ? "`\(scope.rawValue)` was resumed already" : "`\(scope.rawValue)` was not suspended",
          at: "scope")
      case .revoke, .erase: continue
      }
    }
  }

  /// A suspension that names no item is one of every item.
  private mutating func suspend(_ one: Given, at moment: Timestamp) {
    suspended[one] = moment
    resumed = resumed.filter { other in
      other.subject != one.subject || other.scope != one.scope
        || one.item != nil && other.item != one.item
    }
  }

  /// Whether there is a suspension that no event has lifted yet.
  ///
  /// One of the same second lifts nothing, so another may follow it.
  private mutating func resume(_ one: Given, at moment: Timestamp) -> Bool {
    let ofAll = Given(subject: one.subject, scope: one.scope, item: nil)
    let moments = [suspended[one], suspended[ofAll]].compactMap(\.self)
    guard let last = moments.max(), !resumed.contains(one) else { return false }
    if moment > last { resumed.insert(one) }
    return true
  }
}
