import Basics
import CommunityData
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// Whose words may be printed, and what becomes of them when the post changes.
@Suite struct QuoteTests {
  /// An insight that holds one quote block.
  private func site(_ block: String, _ more: [String: String] = [:]) throws -> ConsentSite {
    try ConsentSite(
      [
        "Content/insights/both.md": """
        ---
        title: Questions are answered
        summary: All of them.
        date: 2020-02-01
        communities: [makers]
        sources: [makers/q1]
        ---

        ```quote
        community: makers
        item: q1
        \(block)
        ```
        """
      ].merging(more) { _, new in new })
  }

  private let page = "insights/both/index.html"

  @Test func quotesUnderALicenceWithItsCredit() throws {
    let build = try site("words: Slowly.").build()
    #expect(build.findings == [])
    #expect(build.page(page).contains("<blockquote>Slowly.</blockquote>"))
    #expect(build.page(page).contains("Name of m-ana"))
    #expect(build.page(page).contains("CC BY 4.0"))
  }

  @Test func printsAParaphraseAsSuchWithTheEditorWhoAnswersForIt() throws {
    let build = try site("paraphrase: It takes time.\neditor: Ines").build()
    #expect(build.findings == [])
    let text = build.page(page)
    #expect(text.contains("<figure class=\"para\"><p>It takes time.</p>"))
    #expect(text.contains("Told in other words by Ines"))
    #expect(text.contains("href=\"https://makers.example/t/1\""))
    #expect(!text.contains("<blockquote"))
    #expect(!text.contains("Name of m-ana"), "a paraphrase credits nobody")
  }

  @Test(
    "what a block may not be",
    arguments: [
      (
        "words: Slowly.\nparaphrase: It takes time.\neditor: Ines",
        "a quote has either `words` or a `paraphrase`"
      ),
      ("language: en", "a quote has either `words` or a `paraphrase`"),
      ("paraphrase: It takes time.", "a paraphrase is signed off by an editor"),
      ("paraphrase: It takes time.\neditor: Ina", "site.yaml names no editor `Ina`"),
    ])
  func refusesWhatNobodyAnswersFor(block: String, message: String) throws {
    let build = try site(block).build()
    #expect(build.diagnostics.filter { $0.severity == .error }.map(\.message) == [message])
  }

  @Test func namesTheNearestEditor() throws {
    let build = try site("paraphrase: It takes time.\neditor: Ine").build()
    #expect(build.diagnostics.first { $0.severity == .error }?.fix == "did you mean `Ines`?")
  }

  @Test func showsBothTextsWhereThePostWasEdited() throws {
    let build = try site("words: Quickly and well.").build()
    let error = build.diagnostics.first { $0.severity == .error }
    #expect(
      error?.text == """
        error[S011]: the item does not say “Quickly and well.”
          --> Content/insights/both.md:9:1
        9 | ```quote
          | ^^^^^^^^ quote verbatim, and write […] where words are left out
          = quoted:  “Quickly and well.”
          = written: “Slowly.”
        """)
  }

  @Test func printsThatAPostWasRemovedAndGoesOn() throws {
    let site = try site("words: Slowly.")
    try deleteQuestion(of: site)
    let build = try site.build()
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    #expect(build.page(page).contains("[removed by its author]"))
    #expect(!build.page(page).contains("Slowly."))
    let warning = build.diagnostics.first { $0.code.id == "S030" }
    #expect(
      warning?.text == """
        warning[S030]: the item `q1` was deleted, so its place says “[removed by its author]”
          --> Content/insights/both.md:9:1
        9 | ```quote
          | ^^^^^^^^ take the quote out
        """)
  }

  /// A newer complete snapshot in which the question is deleted.
  private func deleteQuestion(of site: ConsentSite) throws {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let end = try #require(Timestamp("2020-02-29T00:00:00Z"))
    var manifest = SnapshotManifest(
      community: "makers", platform: "forum", origin: "https://makers.example", collected: end,
      window: .init(from: start, to: end))
    manifest.licences = [.init(id: "CC-BY-4.0")]
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    manifest.measurable.urls = true
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("Content/snapshots/makers/2020-02-29"),
      fileSystem: site.disk)
    var item = Item(id: "q1", type: .question, attributedTo: "m-ana", published: start)
    item.name = "How do I weld?"
    item.deleted = end
    item.url = "https://makers.example/t/1"
    writer.append(item)
    writer.append(Member(id: "m-ana"))
    writer.countRead(1)
    _ = try writer.finish()
  }

  @Test func quotesWithTheAuthorsGrantWhereNoLicenceAllowsIt() throws {
    let site = try site("words: Slowly.")
    for (path, text) in site.disk.texts
    where path.hasPrefix("Content/snapshots/makers") && path.hasSuffix("manifest.json") {
      try site.disk.write(
        Array(text.replacing("CC-BY-4.0", with: "CC-BY-NC-ND-4.0").utf8), to: SitePath(path))
    }
    let refused = try site.build()
    #expect(
      refused.diagnostics.first { $0.severity == .error }?.message
        == "the words may not be quoted: the licence `CC-BY-NC-ND-4.0` is not one that allows "
        + "quotation with credit, and the author gave no grant")
    try site.grantPersonally([.quote], item: "makers/q1")
    let build = try site.build()
    #expect(build.findings == [])
    #expect(build.page(page).contains("Quoted with permission."))
    #expect(build.page(page).contains("A member, in"), "a yes to a quote is none to the name")
  }

  @Test func saysThatNoLicenceIsKnown() throws {
    let site = try site("words: Slowly.")
    for (path, text) in site.disk.texts
    where path.hasPrefix("Content/snapshots/makers") && path.hasSuffix("manifest.json") {
      let without = text.replacing(/"licences": \[[^\]]*\]/, with: #""licences": []"#)
      #expect(without != text)
      try site.disk.write(Array(without.utf8), to: SitePath(path))
    }
    let found = try site.build().diagnostics.first { $0.severity == .error }
    #expect(
      found?.message == "the words may not be quoted: the snapshot names no licence, and the "
        + "author gave no grant")
    #expect(
      found?.fix
        == "import it again with `--licence`, or give a `paraphrase` with its `editor`")
  }

  @Test("leaves out what its author takes back, though a licence would allow it")
  func leavesOutWhatIsTakenBack() throws {
    let site = try site("words: Slowly.")
    try site.grantPersonally([.quote], item: "makers/q1")
    #expect(try site.build().page(page).contains("Slowly."))
    try site.no(.revoke, [.quote], at: "2026-02-01T00:00:00Z", subject: "p-0007", place: nil)
    let build = try site.build()
    #expect(!build.diagnostics.contains { $0.severity == .error })
    #expect(build.files.values.allSatisfy { !$0.contains("Slowly.") })
    #expect(
      build.diagnostics.contains {
        $0.code == LinkDirectoryCodes.withdrawn && $0.severity == .warning
          && $0.message
            == "who allowed this quote does not allow it any more, so it is left out"
      })
  }
}
