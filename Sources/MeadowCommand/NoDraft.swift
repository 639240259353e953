internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// A no before it is entered: about everything, unless scopes are named, and under every id of the
/// place.
struct NoDraft {
  var kind: ConsentEvent.Kind
  var about: ConsentOptions

  func enter(_ desk: consuming ConsentDesk) throws {
    let known = try about.find(in: desk)
    if !known.subject.isPerson, known.place == nil {
      throw ValidationError("--place is missing, and no community's file tells it as `origin`")
    }
    tellWhoIsNew(known.subject, desk)
    for id in known.everyID(desk.book) { _ = try desk.enter(ConsentEntry(event(id, known, desk))) }
    desk.tellWhatCannotBeReached()
  }

  /// A no to an id that is mistyped leaves the yes of whoever was meant.
  private func tellWhoIsNew(_ subject: ConsentSubject, _ desk: borrowing ConsentDesk) {
    let (id, known) = (subject.description, desk.book.everyPerson)
    guard subject.isPerson, !known.contains(id) else { return }
    let near = suggestion(for: id, among: known).map { ": \($0)" } ?? ""
    desk.shared.say("`\(id)` was in no line before\(near)")
  }

  private func event(
    _ id: ConsentSubject, _ known: KnownSubject, _ desk: borrowing ConsentDesk
  ) throws -> ConsentEvent {
    var event = ConsentEvent(
      kind, id: ConsentIDs.newEvent(at: about.moment), subject: id, at: about.moment)
    event.scopes = try about.scopes(of: known.subject) ?? known.subject.scopes
    event.item = event.scopes.contains(.quote) ? about.item : nil
    event.role = try about.speaker(for: known.subject)
    event.person = about.by
    if !id.isPerson { event.place = desk.book.place(of: id) ?? known.place }
    return event
  }
}
