internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// The details of a person, which go into the people file and never into the ledger.
struct PersonOptions: ParsableArguments {
  @Option(help: "The person's name, as they want it.")
  var name: String?

  @Option(help: "How to reach them.")
  var contact: String?

  @Option(help: "Their own page.")
  var profile: String?

  @Option(help: "What they can be asked about, or what they did.")
  var note: String?

  func validate() throws {
    let details = [("--contact", contact), ("--profile", profile), ("--note", note)]
    if name == nil, let (option, _) = details.first(where: { $0.1 != nil }) {
      throw ValidationError("\(option) goes with --name, the name of the person it is about")
    }
    if let (option, _) = ([("--name", name)] + details).first(where: { $0.1?.isEmpty == true }) {
      throw ValidationError("\(option) is empty")
    }
    if let profile, WebAddress(profile) == nil {
      throw ValidationError("--profile takes a web address, not `\(profile)`")
    }
  }

  /// Who spoke: the person whom the event is about, or somebody for a community; nil where nobody is
  /// named.
  func speaker(by typed: String?, for subject: ConsentSubject) -> ConsentSpeaker? {
    let known = subject.isPerson ? subject.description : typed == "new" ? nil : typed
    guard let name else { return known.map { ConsentSpeaker(id: $0) } }
    let id = known ?? ConsentIDs.newSubject(isPerson: true).description
    var person = ConsentPerson(id: id, name: name)
    person.contact = contact
    person.note = note
    person.profile = profile.flatMap { WebAddress($0) }
    return ConsentSpeaker(id: id, person: person, isNew: known == nil)
  }
}

/// Who said yes, as the ledger calls them, with the details that were typed.
struct ConsentSpeaker {
  let id: String
  var person: ConsentPerson?
  /// Whether the id was made for this event.
  var isNew = false
}
