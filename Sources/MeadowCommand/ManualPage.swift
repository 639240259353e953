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

  /// Variables with what they do.
  package static let environment = [
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured."),
    ("TERM", "With the value dumb, nothing is coloured and no bar is drawn."),
  ]

  /// Files of a site with what they are for.
  package static let files = [
    ("Content/site.yaml", "The settings of the site."),
    ("Content/consent/ledger.ndjson", "Who allowed what. Never published."),
    ("Content/snapshots/", "What communities wrote, without names. Never published."),
    (".meadow/key", "The key behind the pseudonyms. Keep a copy of it, and keep it to yourself."),
    (".meadow/cache", "Snapshots and measurements as they were read; can be deleted at any time."),
  ]

  /// Numbers with what they tell the shell.
  package static let statuses = [
    ("0", "All is well."),
    ("1", "The content, the data or the site has errors; nothing was published."),
    ("2", "Something ends soon (consent verify)."),
    ("64", "The command line is wrong."),
    ("66", "There is no built site to check."),
    ("73", "The output folder is refused, or another build is running."),
    ("74", "The disk is in trouble."),
  ]
}
