internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Lifts a suspension, with evidence that the yes still holds.",
    discussion: helpText(
      examples: [
        (
          "meadow consent resume forum --post 4711",
          "enters that the yes still holds, by a moderator's post"
        )
      ]))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions
  @OptionGroup var evidence: EvidenceOptions

  func run() throws {
    let desk = try ConsentDesk(shared)
    let known = try about.find(in: desk)
    guard let found = try evidence.read(known, desk, at: about.moment) else {
      throw ValidationError(
        "a yes needs evidence: --well-known FILE or --post ITEM"
          + (known.subject.isPerson ? ", or --message FILE" : ""))
    }
    let suspended = Set(
      desk.book.ledger.events.filter { $0.subject == known.subject && $0.kind == .suspend }
        .flatMap(\.scopes))
    var draft = YesDraft(kind: .resume, known: known, evidence: found, at: about.moment)
    draft.scopes =
      try about.scopes(of: known.subject) ?? found.terms.scopes.filter { suspended.contains($0) }
    if draft.scopes?.isEmpty == true {
      throw desk.refusal(
        "nothing is suspended that the evidence allows: \(ConsentText.list(found.terms.scopes))",
        fix: "`meadow consent show` tells what holds and what does not")
    }
    draft.item = about.item
    draft.role = try about.speaker(for: known.subject)
    draft.speaker = about.by.map { ConsentSpeaker(id: $0) }
    _ = try desk.enter(try draft.entry(desk))
  }
}
