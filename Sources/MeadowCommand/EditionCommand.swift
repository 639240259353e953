internal import ArgumentParser

struct EditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition",
    abstract: "Seals what a site has published, lists sealed editions and compares them.",
    discussion: helpText(
      examples: [
        ("meadow edition seal 2018-08-31", "keeps what the site says on a day"),
        ("meadow edition list", "names the sealed editions"),
      ]),
    subcommands: [
      EditionSealCommand.self, EditionListCommand.self, EditionDiffCommand.self,
    ])
}
