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
