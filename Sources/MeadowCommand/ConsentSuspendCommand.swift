internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentSuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: "Enters a plausible no at once, until it is cleared up.",
    discussion: helpText(
      "A no needs no evidence, no role and no reason.",
      examples: [
        (
          "meadow consent suspend forum",
          "takes a community out until things are clear"
        )
      ]))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions

  func validate() throws {
    try about.refuseItemWithoutScope()
  }

  func run() throws {
    try NoDraft(kind: .suspend, about: about).enter(ConsentDesk(shared))
  }
}
