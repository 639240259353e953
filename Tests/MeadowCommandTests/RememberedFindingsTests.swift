import Basics
import MeadowCommand
import Testing

@Suite struct RememberedFindingsTests {
  private func code(_ id: String) throws -> DiagnosticCode {
    try #require(DiagnosticTable.code(id))
  }

  @Test func bringsBackEveryPartOfAFinding() throws {
    let place = SourceLocation(file: "Content/ä \"b\".md", line: 3, column: 7)
    let findings = [
      Diagnostic(
        try code("S008"), "no data", at: place, severity: .warning, fix: "import it",
        notes: ["one", "two"]),
      Diagnostic(
        try code("T003"), "unknown",
        at: SourceExcerpt(location: place, line: "\t<h1>{{ page.titel }}</h1>", length: 5)),
      Diagnostic(try code("L017"), "left out", severity: .note),
    ]
    let read = RememberedFindings(reading: RememberedFindings(findings: findings).lines)
    #expect(read?.findings == findings)
    #expect(RememberedFindings(reading: [])?.findings == [])
  }

  @Test(
    "does not guess at",
    arguments: [
      "{\"code\":\"S008\",\"severity\":\"warn", "[]", "{\"code\":\"S008\"}",
      "{\"code\":\"Z999\",\"severity\":\"note\",\"message\":\"m\",\"notes\":[]}",
      "{\"code\":\"S008\",\"severity\":\"grave\",\"message\":\"m\",\"notes\":[]}",
    ])
  func refuses(line: String) {
    #expect(RememberedFindings(reading: Array((line + "\n").utf8)) == nil)
  }
}
