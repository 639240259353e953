internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// A no before it is entered: about everything, unless scopes are named.
struct NoDraft {
  var kind: ConsentEvent.Kind
  var about: ConsentOptions

  func enter(_ desk: consuming ConsentDesk) throws {
    let known = try about.find(in: desk)
    var event = ConsentEvent(
      kind, id: ConsentIDs.newEvent(at: about.moment), subject: known.subject, at: about.moment)
    event.scopes = try about.scopes(of: known.subject) ?? known.subject.scopes
    event.item = event.scopes.contains(.quote) ? about.item : nil
    event.role = try about.speaker(for: known.subject)
    event.person = about.by
    if !known.subject.isPerson {
      guard let place = known.place else {
        throw ValidationError("--place is missing, and no community's file tells it as `origin`")
      }
      event.place = place
    }
    _ = try desk.enter(ConsentEntry(event))
    desk.tellWhatCannotBeReached()
  }
}
