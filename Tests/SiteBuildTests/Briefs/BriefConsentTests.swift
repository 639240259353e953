import Basics
import SiteBuild
import Testing

/// Who said no is in no brief, and no brief is the worse for it.
@Suite struct BriefConsentTests {
  private static let files = [
    "Content/departments/care.md": """
    ---
    name: Care
    owner: Head of care
    communities: [zoerk-forum, makers]
    ---
    """,
    "Content/departments/night.md": """
    ---
    name: Night
    owner: Head of night
    communities: [zoerk-forum]
    ---
    """,
    "Content/insights/second.md": """
    ---
    title: Questions wait
    summary: One does.
    date: 2020-02-02
    communities: [zoerk-forum]
    sources: [zoerk-forum/q1]
    ---
    """,
  ]

  @Test func tellsOfACommunityAsLongAsItWants() throws {
    let site = try ConsentSite(Self.files)
    try site.grant()
    let build = try site.build()
    #expect(build.page("briefs/night/brief.txt").contains("Questions wait"))
    #expect(build.page("briefs/distribution.json").contains("\"about\": \"zoerk-forum\""))

    try site.no()
    let after = try site.build()
    #expect(!after.diagnostics.hasErrors, "\(after.findings)")
    // The insight about both is still Care's, for the makers' sake; nobody's no is a warning here.
    #expect(after.page("briefs/care/brief.txt").contains("Questions are answered"))
    #expect(after.page("briefs/night/brief.txt").contains("No finding so far"))
    #expect(!after.short.contains { $0.hasPrefix("S040") }, "\(after.short)")
    for (path, file) in after.files where path.hasPrefix("briefs/") {
      let text = path.hasSuffix(".eml") ? ParsedMail(file).parts.joined() : file
      let folded = CanaryEncoding.folded(CanaryEncoding.readable(text))
      for trace in ["zoerk", "zork", "quaxly", "kwyjibo"] {
        #expect(!folded.contains(trace), "\(trace) in \(path)")
      }
    }
  }

  /// A community that stands on its consent has another name in the measurements than in the content.
  @Test func countsTheJobsOfACommunityThatAllowsIt() throws {
    let site = try ConsentSite(
      Self.files.merging([
        "Content/jobs/mind.md": """
        ---
        title: Mind the things
        phrases: [minds]
        communities: [zoerk-forum]
        ---
        """,
        "Content/departments/night.md": """
        ---
        name: Night
        owner: Head of night
        jobs: [mind]
        ---
        """,
      ]) { $1 })
    try site.grant()
    let build = try site.build()
    #expect(
      build.page("data/c-7f3k9q/jobs.csv").contains("\"jobs.threads\",\"all\",\"job=mind\",\"1\""))
  }

  /// A name in an author's words goes before lines are broken, so that lines stay short.
  @Test func keepsLinesShortWhereANameIsTakenOut() throws {
    let words = Array(repeating: "Quaxly", count: 60).joined(separator: " ")
    let site = try ConsentSite(
      Self.files.merging([
        "Content/insights/second.md": """
        ---
        title: Questions wait
        summary: \(words)
        date: 2020-02-02
        communities: [makers]
        departments: [care]
        sources: [makers/q1]
        ---
        """
      ]) { $1 })
    let text = try site.build().page("briefs/care/brief.txt")
    #expect(text.contains("[withdrawn] [withdrawn]") && !text.contains("Quaxly"))
    for line in text.split(separator: "\n") where !line.contains("https://") {
      #expect(line.count <= 72, "\(line)")
    }
  }
}
