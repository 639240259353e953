internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

/// A subject with what its community's file says.
struct KnownSubject {
  let subject: ConsentSubject
  let candidate: ConsentCandidate?
  let place: WebAddress?
  /// Whether the name was made for this event.
  let isNew: Bool

  /// Every id that the ledger has for the place, and the subject's own: whoever says no to one says no
  /// to all.
  func everyID(_ book: ConsentBook) -> [ConsentSubject] {
    let places = [place, candidate?.place].compactMap(\.self)
    let others = places.flatMap(book.subjects(of:)).filter { $0 != subject }
    return others.reduce(into: [subject]) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }
}

extension ConsentOptions {
  /// Finds the subject by its id, its community's file or its address; a place that the ledger knows
  /// keeps the id it has there, whatever was typed.
  func find(in desk: borrowing ConsentDesk, isPerson: Bool = false) throws -> KnownSubject {
    let named = try subject ?? desk.ask("Whom is it about (c-…, p-…, a community's file, `new`)?")
    let candidates = readConsentCandidates(desk.shared.disk)
    let asked = try asked(named, candidates)
    if asked.subject?.isPerson == true || (asked.subject == nil && isPerson) {
      let person = asked.subject ?? ConsentIDs.newSubject(isPerson: true)
      return KnownSubject(
        subject: person, candidate: nil, place: nil, isNew: asked.subject == nil)
    }
    if let subject = asked.subject, let entered = desk.book.place(of: subject) {
      let place = try typedPlace().flatMap { $0.placeName == entered.placeName ? nil : $0 }
      return KnownSubject(
        subject: subject, candidate: asked.candidate, place: place ?? entered, isNew: false)
    }
    let place = try typedPlace() ?? WebAddress(named) ?? asked.candidate?.place
    if let place, let id = desk.book.subjects(of: place).first {
      desk.shared.say(
        "the place \(place.text) is `\(id)` in the ledger: its file says so as `subject:`")
      return KnownSubject(
        subject: id, candidate: asked.candidate, place: desk.book.place(of: id), isNew: false)
    }
    return KnownSubject(
      subject: asked.subject ?? ConsentIDs.newSubject(isPerson: false),
      candidate: asked.candidate, place: place, isNew: asked.subject == nil)
  }

  /// What was typed: an id, if it is one or a file tells it, and the file.
  private func asked(
    _ named: String, _ candidates: [ConsentCandidate]
  ) throws -> (subject: ConsentSubject?, candidate: ConsentCandidate?) {
    if let known = ConsentSubject(named) {
      return (known, candidates.first { $0.subject == known })
    }
    if let candidate = candidates.first(where: { $0.slug == named }) {
      return (candidate.subject, candidate)
    }
    if let address = WebAddress(named) {
      let candidate = candidates.first { $0.place?.placeName == address.placeName }
      return (candidate?.subject, candidate)
    }
    guard named == "new" else {
      let near = suggestion(for: named, among: candidates.map(\.slug))
      throw ValidationError(
        "`\(named)` is no id of the ledger and no community's file" + (near.map { ": \($0)" } ?? "")
      )
    }
    return (nil, nil)
  }

  private func typedPlace() throws -> WebAddress? {
    try place.map { text in
      guard let address = WebAddress(text) else {
        throw ValidationError("the place `\(text)` is no web address")
      }
      return address
    }
  }
}
