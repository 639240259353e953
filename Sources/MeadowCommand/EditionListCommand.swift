internal import ArgumentParser
internal import SiteBuild

struct EditionListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the sealed editions, oldest first.",
    discussion: helpText(
      examples: [
        (
          "meadow edition list",
          "names the sealed editions"
        )
      ]))

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.requireSite()
    let reading = readEditions(shared.disk)
    for edition in reading.editions { shared.console.line(EditionText.summary(edition)) }
    try shared.report(reading.diagnostics)
    if reading.editions.isEmpty {
      shared.say("no edition is sealed yet: `meadow edition seal DATE` seals one")
    }
  }
}
