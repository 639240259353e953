import Basics
import MeadowCommand
import Testing

@Suite struct BuildFailureTests {
  @Test(
    arguments: [
      ([Severity.error, .error, .warning, .note], false, "2 errors, 1 warning"),
      ([.error], true, "1 error"), ([.warning, .warning], true, "2 warnings with --strict"),
    ])
  func countsWhatStoppedABuild(found: [Severity], isStrict: Bool, words: String) {
    let code = DiagnosticCode("X001", "x", "x")
    let diagnostics = found.map { Diagnostic(code, "x", severity: $0) }
    #expect(
      BuildFailure.text(diagnostics, isStrict: isStrict) == words + "; nothing was published")
  }

  @Test(
    "counts in one and in many",
    arguments: [(0, "0 records"), (1, "1 record"), (2, "2 records"), (3204, "3,204 records")])
  func countsInWords(count: Int, text: String) {
    #expect(countText(count, "record") == text)
  }
}
