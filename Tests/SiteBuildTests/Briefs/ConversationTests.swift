import Basics
import SiteBuild
import Testing

/// Conversations worth joining are for colleagues, unless the site says otherwise.
@Suite struct ConversationTests {
  /// Titles that stand nowhere else, and the words that only such a list has.
  private static let canaries = ["Wobblequestion", "· we were asked", "Mend a chair: “"]

  @Test func tellsColleaguesWhereTheyCouldJoinIn() throws {
    let text = try BriefSite().brief("care", as: .txt, for: .colleagues)
    #expect(
      text.contains(
        """
        Conversations worth joining
        ---------------------------
        * Zibblequestion
          The Yard · 7\u{A0}Jan\u{A0}2020 · Mend a chair: “glue”, “broken chair”
          https://yard.example/t/glue
        * Wobblequestion
          The Yard · 8\u{A0}Jan\u{A0}2020 · we were asked
          https://yard.example/t/asked

        """))
    #expect(!text.contains("Settled"))
    #expect(text.contains("Internal edition: with drafts and private notes."))
    let build = try BriefSite().build(for: .colleagues)
    for name in ["index.html", "brief.html", "brief.eml"] {
      let form = build.page("briefs/care/\(name)")
      #expect(form.contains("https://yard.example/t/asked"), "\(name)")
      #expect(form.contains("Internal edition"), "\(name)")
    }
  }

  @Test func keepsThemOutOfThePublicEdition() throws {
    let build = try BriefSite().build()
    #expect(build.findings == [])
    for (path, file) in build.files {
      let text = path.hasSuffix(".eml") ? ParsedMail(file).parts.joined() : file
      for canary in Self.canaries { #expect(!text.contains(canary), "\(path): \(canary)") }
      #expect(!text.contains("yard.example/t/asked"), "\(path)")
    }
    for form in BriefForm.allCases {
      let brief = try BriefSite().brief("care", as: form)
      #expect(!brief.contains("Wobblequestion") && !brief.contains("yard.example/t/"), "\(form)")
    }
  }

  @Test func publishesThemWhereTheSiteSaysSo() throws {
    let settings = (BriefSite().files["Content/site.yaml"] ?? "") + "\npublish_conversations: true"
    let site = BriefSite().with(["Content/site.yaml": settings])
    #expect(try site.brief("care", as: .txt).contains("* Wobblequestion"))
    #expect(try !site.brief("care", as: .txt).contains("internal edition alone"))
  }

  /// Nobody's name, id or number of posts stands beside a conversation.
  @Test func namesNobody() throws {
    let build = try BriefSite().build(for: .colleagues)
    for (path, file) in build.files where path.hasPrefix("briefs/") {
      for member in ["m-ana", "m-ben", "m-desk"] { #expect(!file.contains(member), "\(path)") }
    }
  }
}
