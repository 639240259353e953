internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Enters a no: everything, or the scopes that are named.",
    discussion: helpText(
      "A no needs no evidence, no role and no reason.",
      examples: [
        (
          "meadow consent revoke forum",
          "enters a no to everything"
        ),
        (
          "meadow consent revoke forum --scope quotes",
          "enters a no to one thing"
        ),
      ]))

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions

  func validate() throws {
    try about.refuseItemWithoutScope()
  }

  func run() throws {
    try NoDraft(kind: .revoke, about: about).enter(ConsentDesk(shared))
  }
}
