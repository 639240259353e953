import Basics
import MarkdownHTML
import Testing

@Suite struct FrontMatterTests {
  @Test func readsKeysWithPlaces() throws {
    let text = "---\ntitle: \"A: b\"\ntags: [x, yy]\n---\nBody\n"
    let matter = try readFrontMatter(SourceText(file: "page.md", text: text))
    #expect(String(decoding: Array(text.utf8)[matter.bodyStart...], as: UTF8.self) == "Body\n")
    #expect(matter.values.entries?.map(\.key) == ["title", "tags"])
    #expect(matter.values.entries?[0].keyPlace == YAMLPlace(line: 2, column: 1, length: 5))
    #expect(matter.values["title"]?.place == YAMLPlace(line: 2, column: 8, length: 6))
    #expect(matter.values["tags"]?.list?[1].place == YAMLPlace(line: 3, column: 11, length: 2))
  }

  @Test(
    "finds where the body starts",
    arguments: [
      ("Text\n", 0), ("", 0), ("--- \na: 1\n...\nB", 14), ("---\r\na: 1\r\n---\r\nB", 16),
      ("\u{FEFF}---\na: 1\n---\nB", 16), ("\u{FEFF}Text", 3), ("---\n---\n", 8), ("---a\n---\n", 0),
      ("----\n", 0),
    ])
  func findsBody(text: String, start: Int) throws {
    #expect(try readFrontMatter(SourceText(file: "page.md", text: text)).bodyStart == start)
  }

  @Test func placesBodyInFile() throws {
    let source = SourceText(file: "page.md", text: "---\na: 1\n---\n# H\n\n[x](y.md)\n")
    let rendered = renderMarkdown(source, from: try readFrontMatter(source).bodyStart)
    #expect(source.location(at: rendered.links[0].range.lowerBound).description == "page.md:6:5")
    #expect(source.location(at: rendered.headings[0].range.lowerBound).line == 4)
  }
}
