import SiteBuild
import Testing

/// What the build says about how a site sounds.
@Suite struct VoiceTests {
  private func findings(_ body: String, settings: String = "") throws -> [String] {
    try SampleSite().with([
      "Content/site.yaml": "title: T\norganisation: Acme\ndata_licence: CC-BY-4.0\n\(settings)",
      "Content/pages/about.md": "---\ntitle: About\n---\n\n\(body)\n",
    ]).build().findings
  }

  @Test(
    "warns of",
    arguments: [
      (
        "Acme listens. It does.",
        """
        warning[S023]: “Acme listens” begins with us
          --> Content/pages/about.md:5:1
        5 | Acme listens. It does.
          | ^^^^ begin with what people there said, did or asked
        """
      ),
      (
        "People ask.\n\n**We are excited** to tell\nof it. More.",
        """
        warning[S023]: “We are excited** to tell of it” begins with us
          --> Content/pages/about.md:7:3
        7 | **We are excited** to tell
          |   ^^^^^^^^^^^^^^ begin with what people there said, did or asked
        """
      ),
      (
        "People ask. This is a World-Class answer, they say. More.",
        """
        warning[S024]: “This is a World-Class answer, they say” praises us
          --> Content/pages/about.md:5:23
        5 | People ask. This is a World-Class answer, they say. More.
          |                       ^^^^^^^^^^^ say what it does, with a number or a link
        """
      ),
    ])
  func warns(body: String, text: String) throws {
    #expect(try findings(body) == [text])
  }

  @Test(
    "says nothing of",
    arguments: [
      // A longer word, not at the beginning, and the words of others.
      "Acmeist poets.", "People at Acme listen.", "> Acme is world-class.", "# Acme is world-class",
      "```\nAcme\n```", "    Acme is world-class", "| Acme is world-class |\n|---|",
      "People ask\nAcme, and it answers.", "An afterworld-classic.", "",
    ])
  func saysNothing(body: String) throws {
    #expect(try findings(body) == [])
  }

  @Test func takesTheSitesOwnWords() throws {
    let voice = "voice:\n  openings: [Dear customers]\n  superlatives: [synergy]\n"
    let found = try findings(
      "Dear customers, hear!\n\nWe are excited.\n\nAll synergy.", settings: voice)
    #expect(found.map { String($0.prefix(13)) } == ["warning[S023]", "warning[S024]"])
    #expect(found.first?.contains("“Dear customers, hear!”") == true)
  }

  @Test func knowsWordsOfOtherLanguages() throws {
    let found = try findings(
      "Wir freuen uns sehr.\n\nWe are excited.", settings: "language: de-AT\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("“Wir freuen uns sehr.”") == true)
    #expect(try findings("We are excited.", settings: "language: ar\n") == [])
  }

  @Test(
    "counts the days a criticism waits",
    arguments: [
      ("2021-12-09", "status: heard", ""), ("2021-12-08", "status: heard", "31 days"),
      (
        "2021-01-01", "status: explained\nsince: 2021-01-02\nanswer: So it is.", ""
      ),
    ])
  func countsTheDays(raised: String, status: String, days: String) throws {
    // The site is built as of 8 January 2022.
    let criticism = """
      ---
      title: Nobody answers
      summary: The question waits.
      number: 1
      date: \(raised)
      \(status)
      sources: [makers/q2]
      ---
      """
    let site = SampleSite().with(["Content/criticism/glue.md": criticism])
    let found = try site.build().findings
    #expect(found.isEmpty == days.isEmpty, "\(found)")
    if !days.isEmpty {
      #expect(
        found == [
          """
          warning[S025]: “Nobody answers” has waited 31 days for an answer
            --> Content/criticism/glue.md:1:1
            = fix: answer it where it was raised, then set `status:`, `since:` and `answer:`
          """
        ])
    }
  }
}
