import Basics
import Foundation
import MeadowCommand
import Testing

/// `docs/diagnostics.md` says what `meadow explain` says; `RECORD_GOLDEN=1` writes it anew.
@Suite struct DiagnosticReferenceTests {
  @Test func documentsEveryCode() throws {
    let groups = DiagnosticTable.groups.filter { !$0.codes.isEmpty }
    let sections = groups.map { group in
      let codes = group.codes.map { "### \($0.id): \($0.title)\n\n\($0.explanation)" }
      return "## \(group.letter): \(group.title)\n\n" + codes.joined(separator: "\n\n")
    }
    try expectRecorded(
      """
      # What findings mean

      Each finding has a code, which `meadow explain CODE` describes in the same words. With
      `--diagnostics json` findings are printed one JSON object a line: `code`, `severity`
      (`error`, `warning`, `note`), `message`, and where they are known `file`, `line`, `column`,
      `length`, `source` (the line; of a long one what is around the finding, and then
      `source_column`) and `fix`, and a list of `notes`. This page is written by a test from the tables
      that the program uses.

      \(sections.joined(separator: "\n\n"))

      """, at: "docs/diagnostics.md")
  }

  /// A letter without a title would be missing from the page.
  @Test func groupsEveryCode() {
    #expect(
      DiagnosticTable.groups.flatMap(\.codes).map(\.id).sorted()
        == DiagnosticTable.all.map(\.id))
  }

  @Test func writesAFindingAsJSON() throws {
    let code = DiagnosticCode("S002", "unknown key", "Keys are fixed.")
    let excerpt = SourceText(file: "Content/site.yaml", text: "titel: \"A\"").excerpt(
      line: 1, column: 1, length: 5)
    let diagnostic = Diagnostic(
      code, "unknown key `titel`", at: excerpt, fix: "did you mean `title`?",
      notes: ["rendering a.md and 2 more"])
    #expect(
      String(decoding: diagnostic.json, as: UTF8.self) == """
        {"code":"S002","severity":"error","message":"unknown key `titel`",\
        "file":"Content/site.yaml","line":1,"column":1,"length":5,"source":"titel: \\"A\\"",\
        "fix":"did you mean `title`?","notes":["rendering a.md and 2 more"]}

        """)
    let bare = Diagnostic(code, "m", severity: .warning)
    #expect(
      String(decoding: bare.json, as: UTF8.self)
        == "{\"code\":\"S002\",\"severity\":\"warning\",\"message\":\"m\",\"notes\":[]}\n")
  }
}
