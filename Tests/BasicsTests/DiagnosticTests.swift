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
