internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks the chain, the evidence and what ends soon.",
    discussion: helpText(
      "Exit status: 0 all is well, 1 something is broken, 2 something ends within 30 days.",
      examples: [
        (
          "meadow consent verify --days 60",
          "tells what ends within two months"
        )
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(help: "The moment that is asked about; now by default.", transform: MomentArgument.read)
  var asOf: MomentArgument?

  @Option(help: "How many days before its end a consent is told of.")
  var days = 30

  func validate() throws {
    // A hundred years: no consent holds for longer than one.
    guard (0...36_500).contains(days) else {
      throw ValidationError("--days looks ahead: write a number from 0 to 36500")
    }
  }

  func run() throws {
    try shared.requireSite()
    let reading = readConsent(shared.disk)
    try shared.report(reading.diagnostics)
    let book = reading.book ?? .empty
    let found: ConsentVerification
    do throws(Diagnostic) {
      found = try book.verify(asOf: asOf?.moment ?? WallClock.now, within: days)
    } catch {
      return try shared.report([error])
    }
    try shared.report(found.diagnostics)
    shared.say(
      "\(countText(book.ledger.events.count, "event")), chain and evidence hold"
        + (found.endsSoon ? "; something ends within \(days) days" : ""))
    if found.endsSoon { throw ExitStatus.endsSoon.code }
  }
}
