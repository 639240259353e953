import Basics
import Testing

@Suite struct SitePathTests {
  @Test(arguments: [
    "..", "a/..", "a/../b", "./a", "/a", "a//b", "a/", "a\u{0}b", "a\nb", "a\\b",
    String(repeating: "x", count: 256),
  ])
  func refusesPathsThatLeaveOrConfuse(text: String) {
    #expect(throws: SitePathError.self) { try SitePath(text) }
  }

  @Test(arguments: [
    ("Content/insights/first-reply.md", "Content/insights", "first-reply.md", "first-reply", "md"),
    ("site.yaml", "", "site.yaml", "site", "yaml"),
    (".gitkeep", "", ".gitkeep", ".gitkeep", ""),
    ("a/b.tar.gz", "a", "b.tar.gz", "b.tar", "gz"),
  ])
  func takesPathsApart(text: String, folder: String, name: String, stem: String, ext: String) throws
  {
    let path = try SitePath(text)
    #expect(path.folder.text == folder)
    #expect(path.name == name)
    #expect(path.stem == stem)
    #expect(path.fileExtension == ext)
  }

  @Test func knowsSiblingsWithTheSamePrefixAreOutside() throws {
    let content = try SitePath("Content")
    #expect(try SitePath("Content/a").isInside(content))
    #expect(try !SitePath("Content_secret/a").isInside(content))
    #expect(!content.isInside(content))
    #expect(content.isInside(.root))
  }

  @Test func saysWhyInWords() {
    #expect(throws: SitePathError(path: "a/../b", reason: .leavesRoot)) { try SitePath("a/../b") }
    #expect(
      SitePathError(path: "a/../b", reason: .leavesRoot).description
        == "the path `a/../b` has a `.` or `..` part")
  }
}
