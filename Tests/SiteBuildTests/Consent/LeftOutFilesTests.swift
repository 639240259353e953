import Basics
import SiteBuild
import TestSupport
import Testing

/// Files that are copied go for a name that is in them on purpose, not for one that is there by
/// chance, and no reader gets something else in the place of one.
@Suite struct LeftOutFilesTests {
  private func build(
    without name: String, _ path: String, holding bytes: [UInt8]
  ) throws -> SampleBuild {
    let site = try ConsentSite([
      "Content/communities/asked.md": """
      ---
      name: "\(name)"
      kind: Chat
      summary: They were asked.
      basis: consent
      ---
      """,
      "Content/pages/about.md": """
      ---
      title: About
      ---

      ![What it shows](/\(path) "Caption")

      [There](/\(path)) it is.
      """,
    ])
    try site.disk.write(bytes, to: SitePath("Content/static/\(path)"))
    return try site.build()
  }

  /// A picture of 640 × 480 whose bytes happen to hold a word.
  private func picture(_ word: String) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 2, 0x80, 0, 0, 1, 0xE0, 0] + Array(word.utf8) + [0, 0xFF, 0x80]
  }

  @Test(arguments: [
    ("Go", "go"), ("R", "r"), ("Go Go", "gogo"), ("R&D", "R&D"), ("A B", "a   \n\n\n   b"),
    ("Ünö", "ünö"), ("Plain Forum", "plain forums"),
  ]) func stayForAWordThatIsThereByChance(_ name: String, _ word: String) throws {
    let build = try build(without: name, "pic.png", holding: picture(word))
    #expect(build.files["pic.png"] != nil)
    #expect(
      build.page("about/index.html").contains("<img src=\"../pic.png\" alt=\"What it shows\""))
    #expect(!build.short.contains { $0.hasPrefix("L019 the file") })
  }

  @Test(arguments: [
    ("Plain Forum", "pic.png", "by plain forum", "content"),
    ("Müller", "pic.png", "(c) MÜLLER 2020", "content"),
    ("東京会", "pic.png", "東京会", "content"),
    ("Go", "go/pic.png", "x", "path"), ("Plain Forum", "a/plain-forum.png", "x", "path"),
  ]) func goWithAWarning(_ name: String, _ path: String, _ word: String, _ part: String) throws {
    let build = try build(without: name, path, holding: picture(word))
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    #expect(build.files[path] == nil)
    let warning = build.diagnostics.filter { $0.location?.file == "Content/static/\(path)" }
    #expect(
      warning.map { "\($0.severity) \($0.code.id) \($0.message)" } == [
        "warning L019 the file's \(part) names a community without a live consent: it is left out"
      ])
    let page = build.page("about/index.html")
    #expect(page.contains("<img src=\"data:,\" alt=\"What it shows\""))
    #expect(page.contains("<figcaption>Caption</figcaption>"))
    #expect(page.contains("<a href=\"../index.html\">There</a>"))
  }
}
