internal import ArgumentParser

/// Reads the command line and runs the verb it names; never returns.
package func runMeadow() async -> Never {
  await Meadow.main()
  ExitStatus.fine.leave()
}

struct Meadow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meadow",
    abstract: "Builds community insight sites from Markdown and snapshots of community data.",
    version: MeadowVersion.text,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, ImportCommand.self,
      MeasureCommand.self, EditionCommand.self, BriefCommand.self, ConsentCommand.self,
      ExplainCommand.self,
      RenderCommand.self,
    ])
}

/// The version of the program, in `--version` and in every manifest it writes.
enum MeadowVersion {
  static let text = "0.1.0"
}
