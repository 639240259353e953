internal import ArgumentParser

/// The verbs as users meet them, for tests and for the reference.
package enum CommandReference {
  /// A verb with what `--help` prints for it.
  package struct Verb: Sendable {
    /// `meadow edition seal`
    package let words: String
    package let help: String
    package let isShown: Bool
  }

  /// Every verb at every depth, `meadow` itself first.
  package static var verbs: [Verb] { verbs(below: Meadow.self, []) }

  private static func verbs(
    below type: any ParsableCommand.Type, _ words: [String]
  ) -> [Verb] {
    let configuration = type.configuration
    let words = words + [configuration.commandName ?? ""]
    let verb = Verb(
      words: words.joined(separator: " "), help: Meadow.helpMessage(for: type, columns: 100),
      isShown: configuration.shouldDisplay)
    return [verb] + configuration.subcommands.flatMap { verbs(below: $0, words) }
  }

  /// Why a command line cannot be understood; nil where it can.
  package static func fault(of arguments: [String]) -> String? {
    if let mistake = VerbMistake(arguments) { return mistake.text }
    do {
      _ = try Meadow.parseAsRoot(arguments)
      return nil
    } catch {
      return Meadow.exitCode(for: error).isSuccess ? nil : Meadow.fullMessage(for: error)
    }
  }

  /// The script that completes command lines in `bash`, `zsh` or `fish`; nil for another shell.
  package static func completions(for shell: String) -> String? {
    CompletionShell(rawValue: shell).map { Meadow.completionScript(for: $0) }
  }
}
