import Basics
import SiteBuild
import TestSupport
import Testing

/// Which tags are one, and what they are called in addresses.
@Suite struct TagTests {
  /// A site with a page for each tag.
  private func build(_ tags: [String]) throws -> SampleBuild {
    var files: [String: String] = [:]
    for (index, tag) in tags.enumerated() {
      files["Content/docs/p\(index + 1).md"] = """
        ---
        title: Page \(index + 1)
        tags: ["\(tag)"]
        ---

        Text.
        """
    }
    return try SampleSite().with(files).build()
  }

  /// The names of the tags that have a page, in order.
  private func names(_ build: SampleBuild) -> [String] {
    build.files.keys.compactMap { path in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "tags" && parts[2] == "index.html"
        ? String(parts[1]) : nil
    }.sorted()
  }

  @Test(
    "tells tags apart by signs that mean something, and calls others by letters alone",
    arguments: [
      (["C", "C++", "C#"], ["c", "c-plus-plus", "c-sharp"]), (["C++"], ["c"]),
      (["C++", "c++"], ["c"]), ([".NET", "net"], ["dot-net", "net"]), ([".NET"], ["net"]),
      (["#tea", "tea"], ["tea"]), (["A+B", "A B"], ["a-b", "a-plus-b"]),
      (["Release 4.0", "release-4-0"], ["release-4-0"]),
    ])
  func tellsTagsApart(tags: [String], expected: [String]) throws {
    let build = try build(tags)
    #expect(names(build) == expected)
    #expect(!build.diagnostics.contains { $0.severity == .error })
  }

  @Test func linksEachSpellingToItsTag() throws {
    let build = try build(["C", "C++", "C#"])
    let names = ["c", "c-plus-plus", "c-sharp"]
    for (index, name) in names.enumerated() {
      #expect(
        build.page("docs/p\(index + 1)/index.html").contains("../../tags/\(name)/index.html"))
      let list = build.page("tags/\(name)/index.html")
      let listed = (1...3).filter { list.contains("../../docs/p\($0)/index.html") }
      #expect(listed == [index + 1])
    }
  }

  @Test(
    "takes spellings for one that a disk may take for one",
    arguments: [
      ["Straße", "Strasse", "STRASSE"], ["Glue Stick", "glue-stick", "glue  stick"],
      ["é", "e\u{301}", "É"],
    ])
  func joinsSpellings(tags: [String]) throws {
    let build = try build(tags)
    #expect(build.findings == [])
    let names = names(build)
    #expect(names.count == 1)
    let list = build.page("tags/\(names.first ?? "")/index.html")
    #expect((1...3).allSatisfy { list.contains("../../docs/p\($0)/index.html") })
  }

  @Test func warnsOfSpellingsThatDifferMore() throws {
    #expect(
      try build(["Q&A", "Q A", "q-a"]).findings == [
        """
        warning[S006]: the tags `Q A` and `Q&A` are both `tags/q-a/`
          --> Content/docs/p2.md:3:8
        3 | tags: ["Q A"]
          |        ^^^^^ write both alike, or call one otherwise
          = `Q&A` stands in Content/docs/p1.md:3:8
        """
      ])
  }
}
