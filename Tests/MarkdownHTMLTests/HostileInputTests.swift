import Basics
import MarkdownHTML
import Testing

@Suite struct HostileInputTests {
  @Test func findsFaultsWithItsOwnScanner() {
    #expect(HTMLScanner.faults(in: "<p>a &lt; <a href=\"b\">c</a></p>\n").isEmpty)
    for bad in [
      "<script>", "<p onclick=\"x\">a</p>", "<a href=\"javascript:x\">a</a>", "<p>a", "a > b",
      "<img src=\"//x\" alt=\"\" />", "<a href=\"a\"><a href=\"b\">c</a></a>", "<p class=x>a</p>",
      "<em><strong>a</em></strong>", "<li id=\"a\">b</li><li id=\"a\">c</li>",
    ] {
      #expect(!HTMLScanner.faults(in: bad).isEmpty, "\(bad)")
    }
  }

  @Test func rendersNothingHarmful() throws {
    let sources = try Fixture.sources(in: "hostile")
    #expect(sources.count >= 39)
    for source in sources {
      let rendered = renderMarkdown(source, MarkdownOptions(componentNames: componentNames))
      #expect(HTMLScanner.faults(in: rendered.escaped) == [], "\(source.file)")
    }
  }

  @Test(
    "leaves out a forbidden character and nothing beside it",
    arguments: [
      ("[^a\u{FEFF}\u{0}] b", "[^a\u{FEFF}] b"), ("[^ä\u{0}\u{0}\u{0}] b", "[^ä] b"),
      ("[^\u{FEFF}abcdefg\u{0}] b", "[^\u{FEFF}abcdefg] b"),
      ("[^😀ü\u{7F}ab\u{202E}] b", "[^😀üab] b"),
    ])
  func leavesOutNothingElse(markdown: String, text: String) {
    let page = renderMarkdown(SourceText(file: "page.md", text: markdown))
    #expect(String(validating: page.html, as: UTF8.self) == "<p>\(text)</p>\n")
  }

  @Test(arguments: 0..<400)
  func rendersRandomMarkdownSafely(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let text = (0..<60).map { _ in Self.morsels.randomElement(using: &random) ?? "" }.joined()
    let rendered = render(text)
    #expect(HTMLScanner.faults(in: rendered.escaped) == [], "\(text)")
    #expect(rendered == render(text))
  }

  private static let morsels = [
    "a", " ", "\n", "\n\n", "*", "**", "_", "~~", "`", "```", "[", "](", ")", "]", "![", "<", ">",
    "\"",
    "'", "&", "&lt;", "|", "\n|---|---|\n", "| x | y |\n", "- ", "1. ", "> ", "# ", "    ", "\\",
    "{{",
    "}}", "{{ v }}", "[^1]", "\n[^1]: ", "[x]: y \"t\"\n", "[x]", "- [x] ", "<b>", "<!--", "-->",
    "<script>",
    "javascript:", "//e", "https://a.b/c", "www.a.b", "a@b.c", "é", "\u{202E}", "\u{F0001}", "\t",
    "\r\n",
    "```note\n", "a: b\n", "---\n", "\0", "&#xF0000;", "(", ":", "  \n",
  ]
}

extension RenderedMarkdown {
  /// The HTML with every hole filled as the site does it: escaped for its place.
  var escaped: String {
    var output: [UInt8] = []
    write(to: &output) { piece, output in
      switch piece {
      case .html, .component, .imageSize: break
      case .inlineValue(let index), .attributeValue(let index):
        HTMLEscaping.append(inlineValues[index].expression.utf8, to: &output)
      case .destination(let index):
        AddressEscaping.append(links[index].destination.utf8, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// Steele, Lea and Flood's SplitMix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
