internal import ArgumentParser
internal import Basics
internal import LinkDirectory

struct ConsentRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Enters a no: everything, or the scopes that are named.",
    discussion: "A no needs no evidence, no role and no reason.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var about: ConsentOptions

  func run() throws {
    try NoDraft(kind: .revoke, about: about).enter(ConsentDesk(shared))
  }
}
