internal import ArgumentParser
internal import JSONText

/// What a verb declares about itself.
package struct VerbInfo: Sendable {
  /// `seal`
  package let name: String
  /// What it does, in a sentence.
  package let abstract: String
  /// Without the examples.
  package let discussion: String
  /// Command lines with what they do.
  package let examples: [(command: String, effect: String)]
  /// The verbs below it.
  package let verbs: [VerbInfo]
  /// Arguments among them, in the order of the help.
  package let options: [OptionInfo]

  /// The whole tree, as ArgumentParser tells it.
  package static var root: VerbInfo {
    let tree = try? JSONValue(parsing: Array(Meadow._dumpHelp().utf8))
    return VerbInfo(tree?["command"] ?? JSONValue(.object([])))
  }

  init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    let whole = json["discussion"]?.string ?? ""
    let parts = whole.split(separator: HelpText.examples + "\n\n", maxSplits: 1)
    let hasExamples = whole.contains(HelpText.examples)
    let prose = hasExamples && parts.count < 2 ? "" : parts.first ?? ""
    discussion = prose.split(separator: "\n\n").joined(separator: "\n\n")
    examples = hasExamples ? VerbInfo.examples(parts.last ?? "") : []
    verbs = (json["subcommands"]?.array ?? []).filter(VerbInfo.isShown).map(VerbInfo.init)
      .filter { $0.name != "help" }
    options = (json["arguments"]?.array ?? []).filter(VerbInfo.isShown).map(OptionInfo.init)
      .filter { $0.flags != ["-h", "--help"] && $0.flags != ["--version"] }
  }

  private static func isShown(_ json: JSONValue) -> Bool { json["shouldDisplay"]?.bool ?? true }

  private static func examples(_ text: Substring) -> [(command: String, effect: String)] {
    let lines = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
  }
}
