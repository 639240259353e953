internal import ArgumentParser
internal import Basics
internal import CHeap
internal import SiteBuild

/// Reads the command line and runs the verb it names; never returns.
package func runMeadow() async -> Never {
  cheap_take_large_pages()
  Console.holdClosedStreams()
  if let mistake = VerbMistake(Array(CommandLine.arguments.dropFirst())) {
    Console().line(mistake.text, to: .errors)
    ExitStatus.wrongUsage.leave()
  }
  let verb: any ParsableCommand
  do {
    verb = try Meadow.parseAsRoot()
  } catch {
    Meadow.exit(withError: error)
  }
  do {
    try await run(verb)
  } catch let mistake as ValidationError {
    Console().line(VerbMistake.text(mistake.message, of: type(of: verb)), to: .errors)
    ExitStatus.wrongUsage.leave()
  } catch {
    Meadow.exit(withError: error)
  }
  ExitStatus.fine.leave()
}

private func run(_ verb: any ParsableCommand) async throws {
  var verb = verb
  if var waiting = verb as? any AsyncParsableCommand {
    try await waiting.run()
  } else {
    try verb.run()
  }
}

struct Meadow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meadow",
    abstract: "Builds community insight sites from Markdown and snapshots of community data.",
    discussion: helpText(
      examples: [
        ("meadow new garden", "begins a site"),
        ("meadow serve --site garden --open", "shows it while you write"),
        ("meadow build --site garden", "publishes it in garden/Output"),
      ]),
    version: MeadowVersion.text,
    subcommands: [
      NewCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, ImportCommand.self,
      MeasureCommand.self, EditionCommand.self, BriefCommand.self, ConsentCommand.self,
      ExplainCommand.self, RenderCommand.self, ManualCommand.self,
    ])

  /// Without a verb: how to begin.
  func run() async throws {
    let settings = try SitePath(SiteFolders.settings)
    let isSite = (try? DiskFileSystem(root: ".").entry(at: settings)) != nil
    Console().line(WelcomeText.text(isSite: isSite))
  }
}

/// The version of the program, in `--version` and in every manifest it writes.
enum MeadowVersion {
  static let text = "0.1.0"
}
