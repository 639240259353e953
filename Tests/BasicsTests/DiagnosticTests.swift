import Basics
import Testing

private let unknownField = DiagnosticCode("T003", "Unknown field", "The page has no such field.")

@Suite struct DiagnosticTests {
  @Test func printsPlaceCaretAndFix() throws {
    let source = SourceText(
      file: "Templates/page.html", text: "a\nb\nc\n  <h1>{{ page.titel }}</h1>\n")
    let start = 6 + 15
    let diagnostic = Diagnostic(
      unknownField, "unknown field `titel` on page", at: source.excerpt(of: start..<start + 5),
      fix: suggestion(for: "titel", among: ["title", "date"]),
      notes: ["rendering Content/insights/first-reply.md and 41 more"])
    #expect(
      diagnostic.text == """
        error[T003]: unknown field `titel` on page
          --> Templates/page.html:4:16
        4 |   <h1>{{ page.titel }}</h1>
          |                ^^^^^ did you mean `title`?
          = rendering Content/insights/first-reply.md and 41 more
        """)
  }

  @Test func keepsTabsAndCountsScalarsUnderTheCaret() {
    let source = SourceText(file: "a.md", text: "\tä{{x}}\r\nb")
    let excerpt = source.excerpt(of: 3..<8)
    #expect(excerpt.location == SourceLocation(file: "a.md", line: 1, column: 3))
    #expect(excerpt.text(label: nil) == "1 | \tä{{x}}\n  | \t ^^^^^")
  }

  @Test func cutsAMarkThatSpansLines() {
    let source = SourceText(file: "a", text: "one\ntwo")
    #expect(source.excerpt(of: 1..<6).length == 2)
    #expect(source.excerpt(of: 99..<100).location == SourceLocation(file: "a", line: 2, column: 4))
  }

  @Test func showsOfALongLineWhatStandsAroundTheMark() {
    let before = String(repeating: "ä", count: 500)
    let after = String(repeating: "z", count: 500)
    let source = SourceText(file: "a.md", text: "one\n\(before){{ x }}\(after)\nend\n")
    let start = 4 + 1000
    let excerpt = source.excerpt(of: start..<start + 7)
    let lead = String(repeating: "ä", count: 80)
    let tail = String(repeating: "z", count: 160)
    #expect(excerpt.location == SourceLocation(file: "a.md", line: 2, column: 501))
    #expect(excerpt.line == "…\(lead){{ x }}\(tail)…")
    #expect(excerpt.column == 82)
    #expect(excerpt.length == 7)
    #expect(source.excerpt(line: 2, column: 501, length: 7) == excerpt)
    let carets = String(repeating: " ", count: 81) + "^^^^^^^"
    #expect(excerpt.text(label: nil) == "2 | \(excerpt.line)\n  | \(carets)")
  }

  @Test func cutsALongMarkAndHidesControlCharacters() {
    let long = SourceText(file: "a", text: String(repeating: "x", count: 1000))
    #expect(long.excerpt(of: 0..<1000).length == 160)
    #expect(long.excerpt(of: 0..<1000).line.unicodeScalars.count == 321)
    let hostile = SourceText(file: "a", text: "a\u{1B}[2Jb\tc\u{7F}\r\n")
    #expect(hostile.excerpt(of: 0..<1).line == "a\u{FFFD}[2Jb\tc\u{FFFD}")
    #expect(hostile.excerpt(line: 9, column: 9, length: 3).line == "")
  }

  @Test(arguments: [
    ("titel", "title" as String?), ("Title", "title"), ("author", nil), ("dat", "date"), ("", nil),
    ("etad", nil),
  ])
  func suggestsTheNearestName(typed: String, expected: String?) {
    #expect(nearestName(to: typed, among: ["title", "date", "summary"]) == expected)
  }

  @Test func sortsByPlaceThenCode() {
    let first = Diagnostic(unknownField, "a", at: SourceLocation(file: "a", line: 9))
    let second = Diagnostic(unknownField, "a", at: SourceLocation(file: "b", line: 1))
    let general = Diagnostic(unknownField, "whole site", severity: .warning)
    #expect([second, first, general].sortedByPlace() == [general, first, second])
    #expect([general].hasErrors == false)
    #expect([general, first].hasErrors)
  }
}
