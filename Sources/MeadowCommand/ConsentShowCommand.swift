internal import ArgumentParser
internal import Basics
internal import JSONText
internal import LinkDirectory
internal import SiteBuild

struct ConsentShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Says who allows what, until when and on what evidence, and why others do not.",
    discussion: helpText(
      examples: [
        (
          "meadow consent show",
          "tells who allows what, and why others do not"
        ),
        (
          "meadow consent show --as json --as-of 2026-12-31",
          "tells a program how it will be on a day"
        ),
      ]))

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  @OptionGroup var shared: SharedOptions

  @Option(name: .customLong("as"), help: "How it is printed: text or json.")
  var form = Form.text

  @Option(help: "The moment that is asked about; now by default.", transform: MomentArgument.read)
  var asOf: MomentArgument?

  func run() throws {
    try shared.requireSite()
    let reading = readConsent(shared.disk)
    try shared.report(reading.diagnostics)
    let book = reading.book ?? .empty
    do throws(Diagnostic) {
      let live = try book.live(asOf: asOf?.moment ?? WallClock.now)
      switch form {
      case .text:
        let text = ConsentText.report(book, live, names: names)
        shared.console.write(Array(text.utf8))
      case .json: shared.console.write(ConsentJSON.bytes(live))
      }
    } catch {
      try shared.report([error])
    }
  }

  private var names: [ConsentSubject: String] {
    Dictionary(
      readConsentCandidates(shared.disk).compactMap { candidate in
        candidate.subject.map { ($0, candidate.name) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// What is live and what is not, for machines.
enum ConsentJSON {
  static func bytes(_ live: LiveConsent) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { object in
      object.field("as_of", live.asOf.description)
      object.array("live") { list in
        for grant in live.grants { list.object { write(grant, to: &$0) } }
      }
      object.array("ended") { list in
        for end in live.ended {
          list.object { entry in
            write(end.key, to: &entry)
            entry.field("reason", end.reason.name)
            entry.field("text", end.reason.description)
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ key: ConsentKey, to object: inout JSONWriter) {
    object.field("subject", key.subject.description)
    object.field("scope", key.scope.rawValue)
    object.field("item", ifPresent: key.item)
  }

  private static func write(_ grant: LiveGrant, to object: inout JSONWriter) {
    write(grant.key, to: &object)
    object.field("place", ifPresent: grant.proof.place?.text)
    object.field("since", grant.since.description)
    object.field("renewed", ifPresent: grant.renewed?.description)
    object.field("ends", grant.ends.description)
    object.field("event", grant.proof.id)
    object.field("line", grant.proof.sequence)
    object.field("by_role", ifPresent: grant.proof.role?.rawValue)
    object.field("by_ref", ifPresent: grant.proof.person)
    object.field("method", ifPresent: grant.proof.method?.rawValue)
    object.field("evidence", ifPresent: grant.proof.evidence?.file)
    object.field("notice", ifPresent: grant.proof.notice?.version)
  }
}
