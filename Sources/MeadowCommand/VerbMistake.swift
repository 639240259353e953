internal import ArgumentParser
internal import Basics

/// A word where a verb has to be and none is.
package struct VerbMistake: Equatable {
  /// `error: there is no verb `biuld`: did you mean `build`?`
  package let text: String

  /// nil where the first words are verbs, or an option comes first.
  package init?(_ arguments: [String]) {
    var group: any ParsableCommand.Type = Meadow.self
    var words = ["meadow"]
    // `meadow help edition seal` names verbs as well.
    for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let verbs = group.configuration.subcommands
      if verbs.isEmpty || word.hasPrefix("-") { return nil }
      guard let verb = verbs.first(where: { $0.configuration.commandName == word }) else {
        text = VerbMistake.text(word, after: words, verbs)
        return
      }
      words.append(word)
      group = verb
    }
    return nil
  }

  /// What a verb finds wrong with its command line once it runs, with the usage of that verb.
  static func text(_ message: String, of verb: any ParsableCommand.Type) -> String {
    let words = words(to: verb, from: Meadow.self, ["meadow"]) ?? ["meadow"]
    return "Error: \(message)\nUsage: \(Meadow.usageString(for: verb))\n"
      + "  See '\(words.joined(separator: " ")) --help' for more information."
  }

  private static func words(
    to verb: any ParsableCommand.Type, from group: any ParsableCommand.Type, _ words: [String]
  ) -> [String]? {
    if group == verb { return words }
    for next in group.configuration.subcommands {
      let longer = words + [next.configuration.commandName ?? ""]
      if let found = self.words(to: verb, from: next, longer) { return found }
    }
    return nil
  }

  private static func text(
    _ word: String, after words: [String], _ verbs: [any ParsableCommand.Type]
  ) -> String {
    let group = words.joined(separator: " ")
    let known = verbs.map { $0.configuration }.filter { $0.shouldDisplay }.compactMap {
      $0.commandName
    }
    let near =
      suggestion(for: word, among: known)
      ?? "there are \(known.joined(separator: ", "))"
    return "error: there is no verb `\(printable(word))` of `\(group)`: \(near)\n"
      + "See `\(group) --help`."
  }
}
