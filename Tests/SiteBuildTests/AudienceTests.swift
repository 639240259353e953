import Basics
import SiteBuild
import Testing

/// Practise inside before speaking outside: what is internal never reaches the public edition.
@Suite struct AudienceTests {
  private static let secret = "Kwyjibonote"
  private static let draft = "Wuzzledraft"
  private static let future = "Zonkfuture"

  /// Every kind of file there is, each with a note, as a draft and as a page of the future.
  private static var files: [String: String] {
    let kinds = [
      "insights": "summary: S.\ncommunities: [makers]\nsources: [makers/q1]",
      "campaigns": "", "pages": "",
      "strategy": "behaviour: B.\nengagement: E.\nmeasure: activity.items\nreview: 2030-01-01",
      "jobs": "phrases: [glue]", "sketches": "summary: S.\ncommunities: [makers]\nquestion: Q?",
      "explainers": "summary: S.",
      "media": "address: https://acme.example/\nownership: owned",
      "corrections": "kind: dissent\nabout: [insights/first]", "notes": "",
    ]
    var files: [String: String] = [:]
    for (folder, fields) in kinds {
      func file(_ name: String, _ title: String, _ date: String, _ more: String) {
        let middle = fields.isEmpty ? "" : fields + "\n"
        let dated = folder == "pages" ? "" : "date: \(date)\n"
        files["Content/\(folder)/\(name).md"] =
          "---\ntitle: \(title)\n\(dated)\(middle)\(more)---\n\nText.\n"
      }
      file("noted", "Noted \(folder)", "2020-02-01", "internal_note: \(secret)\n")
      file("drafted", "\(draft) \(folder)", "2020-02-01", "draft: true\n")
      if folder != "pages" { file("later", "\(future) \(folder)", "2031-02-01", "") }
    }
    for (number, more) in ["internal_note: \(secret)", "draft: true"].enumerated() {
      files["Content/criticism/c\(number).md"] = """
        ---
        title: \(number == 1 ? draft : "Criticised")
        summary: S.
        number: \(number + 1)
        date: 2020-02-01
        status: heard
        sources: [makers/q1]
        \(more)
        ---
        """
    }
    return files
  }

  private func build(_ audience: Audience) throws -> BuildResult {
    let input = try #require(readSite(SampleSite().with(Self.files).onDisk()).input)
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    return buildSite(input, BuildSettings(asOf: asOf, audience: audience))
  }

  private func text(_ build: BuildResult) -> String {
    build.files.map { $0.path.text + "\n" + String(decoding: $0.bytes, as: UTF8.self) }
      .joined(separator: "\n")
  }

  @Test func keepsWhatIsInternalOutOfThePublicEdition() throws {
    let build = try build(.everybody)
    #expect(!build.diagnostics.hasErrors, "\(build.diagnostics.map(\.text))")
    let text = text(build)
    for canary in [Self.secret, Self.draft, Self.future, "Internal edition", "noindex"] {
      #expect(!text.contains(canary), "\(canary)")
    }
    #expect(!text.lowercased().contains("internal.txt"))
    #expect(text.contains("Noted insights"))
  }

  @Test func showsColleaguesDraftsAndNotes() throws {
    let build = try build(.colleagues)
    #expect(!build.diagnostics.hasErrors, "\(build.diagnostics.map(\.text))")
    let files = Dictionary(
      uniqueKeysWithValues: build.files.map {
        ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
      })
    #expect(files["insights/drafted/index.html"]?.contains("Draft: not in the public") == true)
    #expect(files["insights/later/index.html"]?.contains("from 1\u{A0}February\u{A0}2031") == true)
    for page in ["insights/noted", "jobs", "criticism", "noted", "notes/noted"] {
      #expect(files[page + "/index.html"]?.contains(Self.secret) == true, "\(page)")
    }
    for (path, file) in files where path.hasSuffix(".html") {
      #expect(file.contains("Internal edition: with drafts"), "\(path)")
      #expect(file.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
      #expect(!file.contains("rel=\"canonical\""), "\(path)")
    }
    #expect(files["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(files["INTERNAL.txt"] != nil && files["sitemap.xml"] == nil && files["feed.xml"] == nil)
  }
}
