import Basics
import MarkdownHTML
import TestSupport
import Testing

/// Most front matter is read without the YAML parser; it must give what the parser gives.
@Suite struct SimpleYAMLTests {
  /// A comment is more than the short way reads, so that the parser has to.
  private func readBoth(_ yaml: String) throws -> (simple: FrontMatter, parsed: FrontMatter) {
    let simple = SourceText(file: "a.md", text: "---\n\(yaml)\n---\n")
    let parsed = SourceText(file: "a.md", text: "---\n\(yaml)\n# a comment\n---\n")
    return (try readFrontMatter(simple), try readFrontMatter(parsed))
  }

  @Test(arguments: [
    "title: A plain title",
    "title: \"A: quoted # title\"\ndate: 2026-01-01T00:00:00Z",
    "tags: [tag-01, b.c/d]\nk: 5\nempty: []",
    "link: https://a.example/b#c?d=e\nno: no\nnull_: null\ntilde: a~b",
    "a: 1 # a remark\nb: 'single'",
    "a: x: y", "a: - b", "a: [b, c", "a: [b,c]", "a: [ b ]", "a: {b: c}", "a: |\n  text",
    "a:\n  - b", "a: b\n  goes on", "a: \"b\" ", "a:  b", "a: \"\"", "a: \"b\\n\"", "a: *b",
    "a: &b c", "a: %b", "a: @b", "a: ü", "ä: b", "a: \"ü\"", "a : b", "a: b:", "a: b #", "A_1: x",
    "1a: b", "a: 1:30", "a: [1:30]", "a: [\"b\"]", "a: [b c]", "a: [b, , c]", "a: [b,]", "a: \"b",
    "a: b\"",
    "a: \"b\" c", "? a\n: b", "a: b\n\nc: d", "a: b\n---\nc: d", "\"a\": b", "a: !x b", "a: b\tc",
    "a: [-b]", "a: \"[b]\"", "a: []x", "a: [b]x", "a: b, c", "a: b] c", "a: b {c}",
  ])
  func readsAsTheParserDoes(yaml: String) throws {
    do {
      let (simple, parsed) = try readBoth(yaml)
      #expect(simple.values == parsed.values, "\(yaml)")
    } catch is Diagnostic {
      // What the parser refuses, the short way must leave to it.
      #expect(throws: Diagnostic.self) {
        try readFrontMatter(SourceText(file: "a.md", text: "---\n\(yaml)\n---\n"))
      }
    }
  }

  @Test func refusesAKeyWrittenTwice() {
    #expect(throws: Diagnostic.self) {
      try readFrontMatter(SourceText(file: "a.md", text: "---\na: b\na: c\n---\n"))
    }
  }

  @Test func readsRandomLinesAsTheParserDoes() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = Array("ab1 :#,[]{}\"'-_./~!&*?|>%@\\é\t").map(String.init)
    for _ in 0..<4000 {
      let value = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let yaml = "key: \(value)\nnext: z"
      let both = try? readBoth(yaml)
      let simple = try? readFrontMatter(SourceText(file: "a.md", text: "---\n\(yaml)\n---\n"))
      #expect(simple?.values == both?.parsed.values, "\(yaml)")
    }
  }
}
