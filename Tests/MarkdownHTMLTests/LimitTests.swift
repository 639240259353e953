import Basics
import MarkdownHTML
import TestSupport
import Testing

@Suite struct LimitTests {
  /// Name, input, and the code that is expected, if one is.
  static let inputs: [(name: String, text: String, code: String?)] = [
    ("stars", rep("*", 30_000) + "a" + rep("*", 30_000), "M002"),
    ("brackets", rep("[", 50_000), nil),
    ("quotations", rep(">", 50_000), "M002"),
    ("lists", (0..<1400).map { rep(" ", 2 * $0) + "- a\n" }.joined(), "M002"),
    ("lists on one line", rep("- ", 2000) + "a", "M002"),
    ("blank lines in lists", rep("- ", 20_000) + "a" + rep("\n", 100_000), "M002"),
    ("blank lines in a fence", rep("- ", 20_000) + "```" + rep("\n", 100_000), "M002"),
    ("returns in lists", rep("1) ", 20_000) + "a" + rep("\r", 100_000), "M002"),
    ("lazy lines", rep("- ", 20_000) + "a\nb" + rep("\n", 100_000), "M002"),
    (
      "stairs",
      (0..<1000).map { rep("\t", $0 / 2) + rep(" ", $0 % 2 * 2) + "- a\n" }.joined()
        + rep("\n", 500_000), "M002"
    ),
    ("empty lists", rep("- ", 20_000) + rep("\n", 100_000), "M002"),
    ("blank lines", rep("- ", 45) + "a" + rep("\n", 400_000), nil),
    ("backtick ladder", (1..<1000).map { "e" + rep("`", $0) }.joined(), nil),
    ("open destinations", rep("[a](<b", 20_000), nil),
    ("images in images", rep("![[]()", 300_000), "M018"),
    ("wide table", columns(5000) + rep("a|b\n", 1000), "M013"),
    ("long table", columns(2) + rep("a|b\n", 20_000), "M013"),
    ("many tables", rep(columns(64) + rep("a\n", 300) + "\n", 200), "M013"),
    (
      "tables under a long line",
      "- " + rep("-", 1 << 20) + "x\n\n" + rep("  |a|\n  |-|\n  |b|\n\n", 3_000), nil
    ),
    ("footnote marks", "[^1]: n\n\n" + rep("[^1]", 30_000), "M003"),
    ("small tables", rep(columns(2) + "\n", 60_000), "M013"),
    ("definitions", (0..<20_000).map { "[a\($0)]: /u\n" }.joined(), nil),
    ("entities", rep("&#", 50_000), nil),
    ("long address", "[a]: /" + rep("x", 100_000) + "\n\n" + rep("[a] ", 1000), nil),
    ("one line", rep("a ", 1_000_000), nil),
    ("large file", rep("a\n", 2 << 20), "M001"),
    ("empty file", "", nil),
    ("values", rep("{{a}}", 140_000), "M017"),
    ("open values", rep("{{", 500_000), "M007"),
    ("footnotes", (0..<20_000).map { "[^\($0)]: x [^\($0 + 1)]\n\n" }.joined() + "[^0]", "M014"),
    ("tags", rep("a <b> ", 100_000), "M009"),
    ("links", rep("[a](b) ", 100_000), nil),
    ("components", rep("```note\na: [\n```\n", 50_000), "F001"),
    ("tildes", rep("~~a ~~b ", 100_000), nil),
    ("at signs", rep("a@", 500_000), nil),
    ("overrides", rep("\u{202E}", 100_000), "M006"),
    ("headings", rep("# a\n", 100_000), nil),
  ]

  @Test(arguments: inputs.indices)
  func staysWithinBounds(index: Int) {
    let (name, text, code) = Self.inputs[index]
    var rendered = RenderedMarkdown()
    let time = processorTime { rendered = render(text) }
    #expect(time < .seconds(10), "\(name)")
    #expect(rendered.html.count <= 20 * text.utf8.count + 2 << 20, "\(name)")
    if let code {
      #expect(rendered.codes.contains(code), "\(name)")
    } else {
      #expect(rendered.codes.isEmpty, "\(name)")
    }
  }

  /// The bare mode has no limits of ours but those of libcmark's time.
  @Test(arguments: inputs.indices)
  func staysWithinBoundsBare(index: Int) {
    let (name, text, _) = Self.inputs[index]
    let source = SourceText(file: "bare.md", bytes: Array(text.utf8))
    var result: Result<[UInt8], Diagnostic> = .success([])
    let time = processorTime {
      result = Result { () throws(Diagnostic) in try renderCommonMark(source) }
    }
    #expect(time < .seconds(10), "\(name)")
    switch result {
    case .success(let html):
      #expect(text.isEmpty || !html.isEmpty || name == "definitions", "\(name)")
    case .failure(let finding):
      #expect(["M001", "M002", "M018"].contains(finding.code.id), "\(name)")
    }
  }

  @Test func refusesALineOfAHundredMegabytes() {
    let text = rep("a ", 50 << 20)
    var rendered = RenderedMarkdown()
    let time = processorTime { rendered = render(text) }
    #expect(time < .seconds(10))
    #expect(rendered.codes == ["M001"])
  }

  @Test func explainsLimits() {
    #expect(
      render(rep(">", 200)).diagnostics.map(\.message) == [
        "this stands inside more than 96 lists, quotations or other marks"
      ])
    #expect(
      render(columns(65)).diagnostics.map(\.message) == [
        "this table has 65 columns and 65 cells"
      ])
    #expect(
      render(rep("a", 3 << 20)).diagnostics.map(\.message) == [
        "this file has 3145728 bytes, 2097152 are allowed"
      ])
    #expect(
      render(rep("![a](b) ", 20_001)).diagnostics.map(\.message) == [
        "this page has more than 20000 images"
      ])
  }

  @Test func explainsDeepListsUnread() {
    let text = "a\n\n" + rep("- ", 20_000) + "a" + rep("\n", 100_000)
    let diagnostics = render(text).diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "too many blank lines stand inside the lists that this line opens"
      ])
    #expect(diagnostics.first?.location?.line == 3)
  }

  @Test func keepsTablesAtTheLimit() {
    #expect(html(columns(64)).contains("<table>"))
    #expect(html(rep("> ", 90) + "a").contains("<p>a</p>"))
  }
}

private func rep(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

/// A table's header and delimiter row.
private func columns(_ count: Int) -> String {
  rep("a|", count) + "\n" + rep("-|", count) + "\n"
}
