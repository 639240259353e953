import Foundation
import SiteBuild
import Testing

/// `docs/content.md` says what the schemas ask; `RECORD_GOLDEN=1` writes it anew.
@Suite struct ContentReferenceTests {
  @Test func documentsEveryKey() throws {
    try expectRecorded(ContentReferencePage(ContentTables()).text, at: "docs/content.md")
  }

  @Test func saysWhatEachKeyIs() {
    let tables = ContentTables()
    for table in tables.kinds + tables.blocks + [tables.settings, tables.codex, tables.section] {
      for key in table.keys { #expect(key.doc.hasSuffix("."), "\(table.name) \(key.name)") }
    }
  }

  @Test func listsEveryFolder() {
    #expect(
      ContentTables().kinds.map(\.name) == ContentFolder.allCases.map { "\($0.rawValue)/" })
  }
}

/// The reference of what authors may write: a table for each folder and file.
private struct ContentReferencePage {
  let tables: ContentTables

  init(_ tables: ContentTables) {
    self.tables = tables
  }

  var text: String {
    """
    # What stands in `Content/`

    A site's content is Markdown with front matter: YAML between two lines `---`. Each folder has
    its own keys; what is misspelt, missing or of another form is an error with its place. Files are
    named in small letters, digits and hyphens, since their names become addresses and other files
    name them by these names. This page is written by a test from the schemas that content is
    checked against.

    | In `Content/` | One file is |
    |---|---|
    \(tables.kinds.map { "| `\($0.name)` | \($0.about) |" }.joined(separator: "\n"))
    | `site.yaml`, `codex.yaml` | Settings, and what conversations are read for. |
    | `static/` | Files that are copied as they are. |
    | `snapshots/`, `consent/`, `editions/` | Data, consent and sealed editions, written by `meadow` and never published as they are. |
    | any other folder | A plain section of pages. |

    \(section(tables.settings, level: "##"))

    \(tables.kinds.map { section($0, level: "##") }.joined(separator: "\n\n"))

    \(section(tables.section, level: "##"))

    \(section(tables.everyPage, level: "##"))

    \(section(tables.codex, level: "##"))

    ## Blocks

    A fenced block whose first word is one of these is a component; its body is YAML.

    \(tables.blocks.map { section($0, level: "###") }.joined(separator: "\n\n"))

    """
  }

  private func section(_ table: KeyTable, level: String) -> String {
    let rows = table.keys.map { key in
      "| `\(key.name)` | \(key.isRequired ? "yes" : "") | \(key.type) | \(key.doc) |"
    }
    let head = [
      "\(level) \(title(table))", table.about,
      (["| Key | Required | Written as | What it is |", "|---|---|---|---|"] + rows).joined(
        separator: "\n"),
    ]
    let parts = table.parts.map { section($0, level: level + "#") }
    return (head.filter { !$0.isEmpty } + parts).joined(separator: "\n\n")
  }

  /// Names of files, folders and blocks are code; other titles are words.
  private func title(_ table: KeyTable) -> String {
    let isWords = table.name.contains(" ") && !table.name.contains(",")
    return isWords
      ? table.name.prefix(1).uppercased() + table.name.dropFirst()
      : table.name.split(separator: ", ").map { "`\($0)`" }.joined(separator: ", ")
  }
}
