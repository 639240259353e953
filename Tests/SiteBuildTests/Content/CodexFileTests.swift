import SiteBuild
import Testing

@Suite struct CodexFileTests {
  private func findings(_ codex: String) throws -> [String] {
    try SampleSite().with(["Content/codex.yaml": codex]).readingFindings()
  }

  @Test func readsCodesWithCuesByLanguage() throws {
    let found = try findings(
      """
      built_in: false
      codes:
        - code: glue
          title: About glue
          meaning: Somebody speaks of glue.
          cues: {en: [glue, sticks], de: [kleber]}
          examples: [What glue holds steel?]
      """)
    #expect(found == [])
  }

  @Test func findsAFaultInACode() throws {
    let found = try findings(
      """
      codes:
        - code: glue
          cue: {en: [glue]}
      """)
    #expect(
      found == [
        """
        error[S002]: unknown key `cue` in a code
          --> Content/codex.yaml:3:5
        3 |     cue: {en: [glue]}
          |     ^^^ did you mean `cues`?
        """
      ])
  }

  @Test func findsALanguageThatIsNone() throws {
    let found = try findings("codes: [{code: glue, cues: {english_: [glue]}}]")
    #expect(
      found == [
        """
        error[S004]: `english_` wants a language tag (en, de-AT), not the text `english_`
          --> Content/codex.yaml:1:29
        1 | codes: [{code: glue, cues: {english_: [glue]}}]
          |                             ^^^^^^^^
        """
      ])
  }
}
