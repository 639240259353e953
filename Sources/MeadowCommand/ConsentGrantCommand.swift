internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

struct ConsentGrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Enters a yes with the evidence that proves it.",
    discussion: helpText(
      """
      The evidence says what is allowed and until when; flags can only narrow it. This is the only \
      verb that starts a program: `ssh-keygen`, to check a signature.
      """,
      examples: [
        (
          "meadow consent grant forum --well-known captured.txt",
          "enters a yes from the file that a community put up"
        ),
        (
          "meadow consent grant new --person --message letter.txt --scope name",
          "enters that of a person"
        ),
      ]))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var signed: SignatureOptions
  @OptionGroup var person: PersonOptions

  @Flag(name: .customLong("person"), help: "With `new`: a person, not a community.")
  var isPerson = false

  @Option(
    help: "The last day it holds; what the evidence says, and at most a year, by default.",
    transform: MomentArgument.read)
  var expires: MomentArgument?

  @Option(help: "What it is for: official-directory or community-insights.")
  var purpose: String?

  func validate() throws {
    if signed.statement != nil, let other = evidence.given.first {
      throw ValidationError("\(other) does not go with --statement: a yes is entered by one proof")
    }
    if signed.statement != nil, evidence.url != nil || evidence.captured != nil {
      throw ValidationError(
        "--url and --captured do not go with --statement: --key-url tells where")
    }
    if about.by == "new", person.name == nil {
      throw ValidationError("--by new goes with --name, the name of whoever spoke")
    }
    if isPerson, about.subject.map({ $0 != "new" }) ?? false {
      throw ValidationError("--person goes with `new`: an id tells what it stands for")
    }
    guard isPerson || about.subject.flatMap(ConsentSubject.init)?.isPerson == true else { return }
    if about.by != nil {
      throw ValidationError("--by goes with communities: a person speaks for themselves")
    }
    if let role = about.role, role != ConsentRole.own.rawValue {
      throw ValidationError(
        "a person speaks as `self`: --role `\(role)` goes with the id or file of a community")
    }
  }

  func run() throws {
    let desk = try ConsentDesk(shared)
    let known = try about.find(in: desk, isPerson: isPerson)
    guard
      let found = try evidence.read(known, desk, at: about.moment)
        ?? signed.read(known, desk, at: about.moment)
        ?? evidence.asked(known, desk)?.read(known, desk, at: about.moment)
    else {
      throw ValidationError(
        "a yes needs evidence: --well-known FILE, --post ITEM, --statement FILE with --signature "
          + "and --key" + (known.subject.isPerson ? ", or --message FILE" : ""))
    }
    var draft = YesDraft(kind: .grant, known: known, evidence: found, at: about.moment)
    draft.scopes = try about.scopes(of: known.subject)
    draft.item = about.item
    draft.expires = expires?.moment
    draft.purpose = try purpose.map { try PurposeArgument.read($0) }
    draft.role = try about.speaker(for: known.subject)
    draft.speaker = person.speaker(by: about.by, for: known.subject)
    let event = try desk.enter(try draft.entry(desk))
    if let speaker = draft.speaker, speaker.isNew {
      shared.say("whoever spoke is \(speaker.id); their details are in \(LedgerFile.people)")
    }
    tellWhatLapses(event, desk)
    if known.isNew {
      let file = known.candidate.map { " to Content/communities/\($0.slug).md" } ?? ""
      shared.say("its id is \(event.subject): add `subject: \(event.subject)`\(file)")
    }
  }
}

extension ConsentGrantCommand {
  /// The newest capture of an address decides, so what an older one allowed besides is over.
  private func tellWhatLapses(_ event: ConsentEvent, _ desk: borrowing ConsentDesk) {
    let earlier = desk.book.ledger.events.filter { other in
      other.subject == event.subject && other.kind.isGiving && other.evidence?.url != nil
        && other.evidence?.url == event.evidence?.url
    }
    let lapsed = Set(earlier.flatMap(\.scopes)).subtracting(event.scopes).sorted()
    if lapsed.isEmpty { return }
    shared.say(
      "over, since the new capture of the same address does not allow it: "
        + ConsentText.list(lapsed))
  }
}

enum PurposeArgument {
  static func read(_ text: String) throws -> ConsentPurpose {
    guard let purpose = ConsentPurpose(rawValue: text) else {
      let known = ConsentPurpose.allCases.map(\.rawValue)
      throw ValidationError(
        "unknown purpose `\(text)`: "
          + (suggestion(for: text, among: known) ?? known.joined(separator: ", ")))
    }
    return purpose
  }
}
