import Basics
import MarkdownHTML
import Testing

@Suite struct FootnoteTests {
  @Test func numbersByFirstReference() {
    let expected = """
      <p>A<sup><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup> \
      b<sup><a href="#fn:2" id="fnref:2" role="doc-noteref">2</a></sup> \
      c<sup><a href="#fn:1" id="fnref:1-2" role="doc-noteref">1</a></sup></p>
      <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
      <ol>
      <li id="fn:1">
      <p>Two <em>words</em> <a href="#fnref:1" role="doc-backlink" \
      aria-label="Back to reference 1">↩</a> <a href="#fnref:1-2" role="doc-backlink" \
      aria-label="Back to reference 1-2">↩</a></p>
      </li>
      <li id="fn:2">
      <p>one <a href="#fnref:2" role="doc-backlink" aria-label="Back to reference 2">↩</a></p>
      </li>
      </ol>
      </section>

      """
    #expect(html("A[^x] b[^Y] c[^X]\n\n[^y]: one\n[^x]: Two *words*\n") == expected)
  }

  @Test func keepsAllBlocksOfDefinition() {
    let output = html("a[^1]\n\n[^1]: p\n    q\n\n    - l\n\n    ```\n    code\n    ```\nafter\n")
    #expect(
      output.contains(
        "<p>p\nq</p>\n<ul>\n<li>l</li>\n</ul>\n<pre><code>code\n</code></pre>\n<p> <a"))
    #expect(output.hasPrefix("<p>a<sup>"))
    #expect(output.contains("<p>after</p>\n<section"))
  }

  @Test func resolvesReferencesOfPage() {
    let output = html("a[^1]\n\n[^1]: see [r] and [^2]\n[^2]: {{ v }}\n\n[r]: u\n")
    #expect(output.contains("see <a href=\"u\">r</a> and <sup><a href=\"#fn:2\""))
    #expect(output.contains("<li id=\"fn:2\">\n<p>{ v } <a"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsLinesOfAllKinds(end: String) {
    let lines = ["a[^1]", "", "[^1]: b", "+ c", "", "- d", ""]
    let output = html(lines.joined(separator: end))
    #expect(output == html(lines.joined(separator: "\n")))
    #expect(output.contains("<li>c</li>"))
  }

  @Test(
    "finds a definition behind code and comments of all kinds",
    arguments: [
      "- ```\n  code\n  ```", "- ```\n  code\n\nafter", "- ```\n  [^1]: code\n  ```",
      "1. a\n\n   ```\n   [^1]: code\n   ```", "10. - ~~~\n      code\n      ~~~",
      "10. a\n\n    ```\n    code\n    ```", "-\t```\n\tcode\n\t```", "> ```\n> code\n> ```",
      "```\n    ```\n[^1]: code\n```", "    ```\n    code", "``` a ` b", "```` `x` ````",
      "<!--\n[^1]: hidden\n-->", "<!-- hidden -->", "- <!--\n\nafter",
    ])
  func findsDefinitionBehind(block: String) {
    let page = render("a[^1]\n\n\(block)\n\n[^1]: n\n")
    #expect(page.filled.contains("<li id=\"fn:1\">\n<p>n <a href=\"#fnref:1\""))
    #expect(!page.codes.contains("M014"))
    #expect(!page.codes.contains("M016"))
  }

  @Test("keeps a definition whose name has blanks as text, and says so")
  func keepsNameWithBlanks() {
    let page = render("a[^two words]\n\n[^two words]: text\n")
    #expect(page.filled == "<p>a[^two words]</p>\n<p>[^two words]: text</p>\n")
    #expect(page.codes == ["M014", "M014"])
    #expect(page.diagnostics.first?.fix == "a footnote's name has no blanks")
    let others = html("[^a b](u) [^ ] `[^a b]`\n")
    #expect(others == "<p><a href=\"u\">^a b</a> [^ ] <code>[^a b]</code></p>\n")
  }

  @Test(
    "leaves code and links alone",
    arguments: [
      ("`[^1]` x[^1]\n\n[^1]: n\n", "<code>[^1]</code>"),
      ("```\n[^1]: n\n```\n", "<pre><code>[^1]: n\n</code></pre>"),
      ("[^1](u)\n", "<a href=\"u\">^1</a>"),
      ("[a [^1]](u)\n\n[^1]: n\n", "<a href=\"u\">a <sup id=\"fnref:1\">1</sup></a>"),
    ])
  func leavesCodeAlone(markdown: String, part: String) {
    #expect(html(markdown).contains(part))
  }
}
