/// What a verb's help says below its first line, and command lines that show what it is for: a test
/// parses each of them.
///
///     Examples:
///
///       meadow check Output
///           holds the built site against the rules
func helpText(_ text: String = "", examples: [(command: String, effect: String)]) -> String {
  let lines = examples.map { "  \($0.command)\n      \($0.effect)" }.joined(separator: "\n")
  return (text.isEmpty ? "" : text + "\n\n") + "\(HelpText.examples)\n\n\(lines)"
}

enum HelpText {
  /// The line that the examples stand below.
  static let examples = "Examples:"
}
