internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentRenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Enters that a yes was given again, from a new capture of the same place.",
    discussion: helpText(
      """
      What the new capture does not allow any more is suspended. A new signed statement is entered \
      as a new grant.
      """,
      examples: [
        (
          "meadow consent renew forum --well-known captured.txt",
          "enters that the file is still there"
        )
      ]))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: "The last day it holds; what the evidence says, and at most a year, by default.",
    transform: MomentArgument.read)
  var expires: MomentArgument?

  func run() throws {
    let desk = try ConsentDesk(shared)
    let known = try about.find(in: desk)
    let live = try liveNow(desk)
    let held = live.grants.filter { $0.key.subject == known.subject }
    guard
      let found = try evidence.read(known, desk, at: about.moment)
        ?? evidence.asked(known, desk)?.read(known, desk, at: about.moment)
    else {
      throw ValidationError(
        "a yes needs evidence: --well-known FILE or --post ITEM"
          + (known.subject.isPerson ? ", or --message FILE" : ""))
    }
    let given = Set(
      desk.book.ledger.events.filter { $0.subject == known.subject && $0.kind == .grant }
        .flatMap(\.scopes))
    var draft = YesDraft(kind: .renew, known: known, evidence: found, at: about.moment)
    // A capture may allow more than was asked then; more needs a grant.
    draft.scopes =
      try about.scopes(of: known.subject) ?? found.terms.scopes.filter { given.contains($0) }
    if draft.scopes?.isEmpty == true {
      throw desk.refusal(
        "no grant gave what the evidence allows: \(ConsentText.list(found.terms.scopes))",
        fix: "enter it as a grant: `meadow consent grant`")
    }
    draft.item = about.item
    draft.expires = expires?.moment
    draft.purpose = held.first?.proof.purpose
    draft.role = try about.speaker(for: known.subject) ?? held.first?.proof.role
    draft.speaker = (about.by ?? held.first?.proof.person).map { ConsentSpeaker(id: $0) }
    let event = try desk.enter(try draft.entry(desk))
    // Only what rested on the same address: another proof still stands.
    let rested = held.filter { $0.proof.evidence?.url == found.url && found.url != nil }
    let lost = Set(rested.map(\.key.scope)).subtracting(found.terms.scopes).sorted()
    try suspend(lost, as: event, found, desk)
  }

  private func liveNow(_ desk: borrowing ConsentDesk) throws -> LiveConsent {
    do throws(Diagnostic) {
      return try desk.book.live(asOf: about.moment)
    } catch {
      try shared.report([error])
      throw ExitStatus.contentHasErrors.code
    }
  }

  /// What the newest capture says no more is a plausible no.
  private func suspend(
    _ scopes: [ConsentScope], as renewal: ConsentEvent, _ found: Evidence,
    _ desk: borrowing ConsentDesk
  ) throws {
    if scopes.isEmpty { return }
    var event = ConsentEvent(
      .suspend, id: ConsentIDs.newEvent(at: renewal.at), subject: renewal.subject, at: renewal.at)
    event.place = renewal.place
    event.scopes = scopes
    event.method = found.method
    _ = try desk.enter(ConsentEntry(event, proof: found.proof))
    shared.say("suspended, since the new capture does not allow it: \(ConsentText.list(scopes))")
    desk.tellWhatCannotBeReached()
  }
}
