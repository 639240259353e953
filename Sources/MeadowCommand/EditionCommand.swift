internal import ArgumentParser

struct EditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition",
    abstract: "Seals what a site has published, lists sealed editions and compares them.",
    subcommands: [
      EditionSealCommand.self, EditionListCommand.self, EditionDiffCommand.self,
    ])
}
