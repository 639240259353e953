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

  /// Keeps the details that were typed, and gives the id of whoever spoke; nil where nobody is known.
  func enter(
    as by: String?, for subject: ConsentSubject, _ desk: borrowing ConsentDesk
  ) throws -> String? {
    let id = subject.isPerson ? subject.description : by
    guard let name else {
      if let id, id != "new" { return id }
      return nil
    }
    let new = id == nil || id == "new"
    let chosen = new ? ConsentIDs.newSubject(isPerson: true).description : id ?? ""
    guard ConsentSubject(chosen)?.isPerson == true else {
      throw ValidationError("`\(chosen)` is no id of a person (p-…)")
    }
    var person = ConsentPerson(id: chosen, name: name)
    person.contact = contact
    person.note = note
    person.profile = try profile.map { text in
      guard let address = WebAddress(text) else {
        throw ValidationError("`\(text)` is no web address")
      }
      return address
    }
    let others = desk.book.people.filter { $0.id != chosen }
    do {
      let path = try SitePath(LedgerFile.people)
      try desk.shared.disk.write(PeopleFile.bytes(of: others + [person]), to: path)
      try desk.shared.disk.synchronize(path.folder)
    } catch {
      throw ValidationError("\(error)")
    }
    return chosen
  }
}
