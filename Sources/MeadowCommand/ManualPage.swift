internal import ArgumentParser
internal import Basics
internal import JSONText

/// The manual page `meadow(1)`, written for mdoc(7) from what the verbs declare about themselves.
package enum ManualPage {
  /// The same on every machine and every day.
  package static var text: String {
    var writer = ManualWriter()
    let root = VerbInfo.root
    writer.macro("Dd", ManualPage.day)
    writer.macro("Dt", "MEADOW 1")
    writer.macro("Os")
    writer.macro("Sh", "NAME")
    writer.macro("Nm", "meadow")
    writer.macro("Nd", "static community insight sites from Markdown and snapshots")
    writer.synopsis(of: root)
    writer.macro("Sh", "DESCRIPTION")
    writer.prose(root.abstract)
    for paragraph in description { writer.paragraph(paragraph) }
    writer.macro("Sh", "COMMANDS")
    for verb in root.verbs { writer.command(verb, below: ["meadow"]) }
    for (title, rows) in [
      ("ENVIRONMENT", environment), ("FILES", files), ("EXIT STATUS", statuses),
    ] {
      writer.table(title, rows)
    }
    writer.macro("Sh", "EXAMPLES")
    writer.examples(root.examples)
    return writer.text
  }

  /// The day of the last change that readers would notice.
  private static let day = "November 25, 2026"

  private static let description = [
    "A site is a folder with Content/, perhaps Templates/, and Output/, where it is published. "
      + "Building is a function: the same content at the same moment gives the same bytes.",
    "What is wrong is told with its place and how to mend it; the code in brackets is explained by "
      + "meadow explain CODE.",
  ]

  private static let environment = [
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured."),
    ("TERM", "With the value dumb, nothing is coloured and no bar is drawn."),
  ]

  private static let files = [
    ("Content/site.yaml", "The settings of the site."),
    ("Content/consent/ledger.ndjson", "Who allowed what. Never published."),
    ("Content/snapshots/", "What communities wrote, without names. Never published."),
    (".meadow/key", "The key behind the pseudonyms. Keep a copy of it, and keep it to yourself."),
    (".meadow/cache", "Snapshots and measurements as they were read; can be deleted at any time."),
  ]

  private static let statuses = [
    ("0", "All is well."),
    ("1", "The content, the data or the site has errors; nothing was published."),
    ("2", "Something ends soon (consent verify)."),
    ("64", "The command line is wrong."),
    ("73", "The output folder is refused, or another build is running."),
    ("74", "The disk is in trouble."),
  ]
}

/// What a verb declares about itself.
struct VerbInfo {
  let name: String
  let abstract: String
  /// Without the examples.
  let discussion: String
  let examples: [(command: String, effect: String)]
  let verbs: [VerbInfo]
  let options: [OptionInfo]

  /// The whole tree, as ArgumentParser tells it.
  static var root: VerbInfo {
    let tree = try? JSONValue(parsing: Array(Meadow._dumpHelp().utf8))
    return VerbInfo(tree?["command"] ?? JSONValue(.object([])))
  }

  init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    let whole = json["discussion"]?.string ?? ""
    let parts = whole.split(separator: HelpText.examples + "\n\n", maxSplits: 1)
    let hasExamples = whole.contains(HelpText.examples)
    discussion = hasExamples && parts.count < 2 ? "" : String(parts.first ?? "")
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

/// An option, a flag or an argument of a verb.
struct OptionInfo {
  /// `-q`, `--quiet`; none for an argument.
  let flags: [String]
  /// `folder`; nil for a flag.
  let value: String?
  let abstract: String
  let usual: String?
  let values: [String]
  let isOptional: Bool
  let isRepeating: Bool

  init(_ json: JSONValue) {
    let names = json["names"]?.array ?? []
    let isPositional = json["kind"]?.string == "positional"
    flags =
      isPositional
      ? []
      : names.sorted { ($0["kind"]?.string ?? "") > ($1["kind"]?.string ?? "") }.map { name in
        (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
      }
    value = json["kind"]?.string == "flag" ? nil : json["valueName"]?.string
    abstract = json["abstract"]?.string ?? ""
    usual = json["defaultValue"]?.string
    values = (json["allValues"]?.array ?? []).compactMap(\.string)
    isOptional = json["isOptional"]?.bool ?? true
    isRepeating = json["isRepeating"]?.bool ?? false
  }
}
