internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract:
      "Erases a person's details and what they wrote as evidence, and ends all they allowed.",
    discussion: helpText(
      examples: [
        (
          "meadow consent erase p-0007",
          "erases a person"
        )
      ]))

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The person: p-…")
  var person: String

  @Option(help: "The moment of the event; now by default.", transform: MomentArgument.read)
  var asOf: MomentArgument?

  func validate() throws {
    try MomentArgument.refuseWhatIsToCome(asOf)
  }

  func run() throws {
    let desk = try ConsentDesk(shared)
    guard let subject = ConsentSubject(person), subject.isPerson else {
      throw ValidationError(
        "`\(person)` is no id of a person (p-…); a community is revoked: "
          + "`meadow consent revoke \(person)`")
    }
    let known = desk.book.everyPerson
    guard known.contains(person) else {
      throw desk.refusal(
        "the ledger and the people file know nobody called `\(person)`",
        fix: suggestion(for: person, among: known)
          ?? "`meadow consent show` and \(LedgerFile.people) tell the ids there are")
    }
    let isEntered = desk.book.ledger.events.contains { $0.kind == .erase && $0.subject == subject }
    if !isEntered {
      let moment = asOf?.moment ?? WallClock.now
      _ = try desk.enter(
        ConsentEntry(
          ConsentEvent(.erase, id: ConsentIDs.newEvent(at: moment), subject: subject, at: moment)))
    }
    do throws(FileError) {
      let gone = try erasePerson(person, of: desk.book, in: shared.disk)
      for file in gone { shared.say("erased: \(file)") }
    } catch {
      throw shared.refusal(error)
    }
    tellWhatOthersKeep(desk)
    desk.tellWhatCannotBeReached()
  }

  /// Evidence that a community gave through this person still proves the community's yes.
  private func tellWhatOthersKeep(_ desk: borrowing ConsentDesk) {
    let others = desk.book.ledger.events.filter {
      $0.person == person && $0.subject.description != person
    }.compactMap { $0.evidence?.file }
    for file in others {
      shared.say("kept as a community's evidence, look whether it names them: \(file)")
    }
  }
}
