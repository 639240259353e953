import Basics
import MeadowCommand
import SiteBuild
import Testing

@Suite struct BuildNotesTests {
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
      Diagnostic(
        try code("M010"), "not allowed",
        at: SourceExcerpt(location: place, line: "…a", column: 2, length: 1)),
      Diagnostic(try code("L017"), "left out", severity: .note),
    ]
    let pages = try #require(
      RememberedPages(reading: Array("pages 1\n8f03a1 notes/first/index.html\nend\n".utf8)))
    let read = BuildNotes(reading: BuildNotes(findings: findings, pages: pages).text)
    #expect(read?.findings == findings)
    #expect(read?.pages == pages)
    let none = BuildNotes(reading: BuildNotes(findings: [], pages: RememberedPages()).text)
    #expect(none?.findings == [])
  }

  @Test(
    "does not guess at",
    arguments: [
      "{\"code\":\"S008\",\"severity\":\"warn", "[]", "{\"code\":\"S008\"}",
      "{\"code\":\"Z999\",\"severity\":\"note\",\"message\":\"m\",\"notes\":[]}",
      "{\"code\":\"S008\",\"severity\":\"grave\",\"message\":\"m\",\"notes\":[]}",
    ])
  func refuses(line: String) {
    let pages = String(decoding: RememberedPages().text, as: UTF8.self)
    #expect(BuildNotes(reading: Array((line + "\n\n" + pages).utf8)) == nil)
  }

  @Test("does not guess at pages that are", arguments: ["", "\n", "\npages 1\n"])
  func refusesPages(text: String) {
    #expect(BuildNotes(reading: Array(text.utf8))?.pages == nil)
  }
}
