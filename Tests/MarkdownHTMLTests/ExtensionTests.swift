import Basics
import MarkdownHTML
import Testing

@Suite struct ExtensionTests {
  @Test(
    "renders what CommonMark lacks",
    arguments: [
      ("# A *b* & `c`", "<h1 id=\"a-b-c\">A <em>b</em> &amp; <code>c</code></h1>\n"),
      ("## Émile: Größe 3\n", "<h2 id=\"émile-größe-3\">Émile: Größe 3</h2>\n"),
      (
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "<p>\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}</p>\n"
      ),
      ("Title\n---", "<h2 id=\"title\">Title</h2>\n"),
      ("~~gone~~ ~one~ ~~~three~~~", "<p><del>gone</del> ~one~ ~~~three~~~</p>\n"),
      ("~~a **b** c~~", "<p><del>a <strong>b</strong> c</del></p>\n"),
      ("\\~~no~~ ~~ no ~~", "<p>~~no~~ ~~ no ~~</p>\n"),
      (
        "- [x] a\n- [ ] b\n- \\[x] c",
        """
        <ul>
        <li><label><input checked="" disabled="" type="checkbox"> a</label></li>
        <li><label><input disabled="" type="checkbox"> b</label></li>
        <li>[x] c</li>
        </ul>

        """
      ),
      (
        "see www.a.org/b_c_d.",
        "<p>see <a href=\"http://www.a.org/b_c_d\">www.a.org/b_c_d</a>.</p>\n"
      ),
      (
        "(https://a.org/x_(y))",
        "<p>(<a href=\"https://a.org/x_(y)\">https://a.org/x_(y)</a>)</p>\n"
      ),
      (
        "_https://a.org_ __www.a.org__",
        "<p><em><a href=\"https://a.org\">https://a.org</a></em> "
          + "<strong><a href=\"http://www.a.org\">www.a.org</a></strong></p>\n"
      ),
      ("https://.org https://a_/b www.__", "<p>https://.org https://a_/b www.__</p>\n"),
      ("a.b@c.org", "<p><a href=\"mailto:a.b@c.org\">a.b@c.org</a></p>\n"),
      ("[x](https://a.org)", "<p><a href=\"https://a.org\">x</a></p>\n"),
      ("[see https://a.org](b)", "<p><a href=\"b\">see https://a.org</a></p>\n"),
      ("`https://a.org`", "<p><code>https://a.org</code></p>\n"),
      ("ftp://a.org", "<p>ftp://a.org</p>\n"),
      ("an address (https://…) or www.…", "<p>an address (https://…) or www.…</p>\n"),
      (
        "https://grün.org/…",
        "<p><a href=\"https://gr%C3%BCn.org/%E2%80%A6\">https://grün.org/…</a></p>\n"
      ),
      (
        "```swift x\nlet a = 1 < 2\n```",
        "<pre><code class=\"language-swift\">let a = 1 &lt; 2\n</code></pre>\n"
      ),
    ])
  func rendersExtension(markdown: String, expected: String) {
    let rendered = render(markdown)
    #expect(rendered.filled == expected)
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test func curlsQuotesOnRequestOnly() {
    #expect(html("\"a\" -- b...", smart: true) == "<p>“a” – b…</p>\n")
    #expect(html("\"a\" -- b...") == "<p>&quot;a&quot; -- b...</p>\n")
    #expect(
      html("https://a.org/b--c 'd'", smart: true)
        == "<p><a href=\"https://a.org/b--c\">https://a.org/b--c</a> ‘d’</p>\n")
  }

  @Test(
    "writes the quotation marks of a language",
    arguments: [
      ("\"a\" -- b...", "„a“ – b…"),
      ("\"Er sagte: 'Das ist's'.\"", "„Er sagte: ‚Das ist’s‘.“"),
      ("Das ist's, und 'so' geht's", "Das ist’s, und ‚so‘ geht’s"),
      ("'*a*' \"**b**\"", "‚<em>a</em>‘ „<strong>b</strong>“"),
      ("“a” ‘b’ „c“ \"d\"", "“a” ‘b’ „c“ „d“"),
      ("&ldquo;a&rdquo; &#8216;b&#x2019; \"c\"", "“a” ‘b’ „c“"),
      ("`\"a\" “b”` \"c\"", "<code>&quot;a&quot; “b”</code> „c“"),
      ("\"{{ a }}\" \"[b](c)\"", "„{ a }“ „<a href=\"c\">b</a>“"),
    ])
  func writesQuotationMarks(markdown: String, expected: String) throws {
    #expect(try html(markdown, marks: "„“‚‘") == "<p>\(expected)</p>\n")
  }

  @Test(
    "tells of GitHub's alerts, which are quotations here",
    arguments: [
      ("> [!NOTE]\n> text\n", ["M027"]), ("- > [!warning] \n  > text\n", ["M027"]),
      ("> [!NOTE] text\n", []), ("> \\[!NOTE]\n> text\n", []), ("[!NOTE]\ntext\n", []),
      ("> text\n> [!NOTE]\n", []), ("> [!OTHER]\n", []),
    ] as [(String, [String])])
  func tellsOfAlerts(markdown: String, codes: [String]) {
    #expect(render(markdown).codes == codes)
  }

  @Test func writesQuotationMarksWithSpaces() throws {
    let page = try html("\"a 'b' c\"", marks: "«\u{202F} \u{202F}» “ ”")
    #expect(page == "<p>«\u{202F}a “b” c\u{202F}»</p>\n")
  }

  @Test(
    "closes an inner quotation where no letter and no digit of any script follows",
    arguments: [
      ("'نعم'،", "‹نعم›،"), ("'نعم'؟ 'لا'؛", "‹نعم›؟ ‹لا›؛"), ("'是'。", "‹是›。"),
      ("'da's' 'da'é' 'да'в' '٣'٣'", "‹da’s› ‹da’é› ‹да’в› ‹٣’٣›"),
      ("'a'\\{{ 'b'\\~~", "‹a›{{ ‹b›~~"), ("'a'😀", "‹a›😀"), ("'a'{{ b }}'", "‹a’{ b }›"),
      ("'a'*b*", "‹a›<em>b</em>"),
    ])
  func closesInnerQuotation(markdown: String, expected: String) throws {
    #expect(try html(markdown, marks: "«»‹›") == "<p>\(expected)</p>\n")
  }

  @Test func closesInnerQuotationBeforeFootnote() throws {
    let page = try html(
      "'gut'[^1]\n\n| a |\n| - |\n| 'b'[^1] |\n\n[^1]: c", marks: "„“‚‘")
    for text in ["‚gut‘<sup", "‚b‘<sup"] { #expect(page.contains(text), "\(text)") }
  }

  @Test(
    "leaves comments out in silence, and nothing else",
    arguments: [
      ("<!-- a -->", []), ("  <!-- a --> <!-- b -->\t\n", []), ("<!-- a\n\nb -->\n", []),
      ("<!-- a --><!---->\n", []), ("x <!-- a --> y", []),
      ("<!-- a --> Hello world <!-- b -->", ["M009"]), ("<!-- a --> <b> <!-- b -->", ["M009"]),
      ("<!-- a\n--> b", ["M009"]), ("<!-- a", ["M009"]), ("<!-- a --> <!-- b", ["M009"]),
    ] as [(String, [String])])
  func leavesCommentsOut(markdown: String, codes: [String]) {
    #expect(render(markdown).codes == codes)
  }

  @Test func writesQuotationMarksInHeadingsCellsAndNotes() throws {
    let page = try html(
      "# \"A\"\n\n|\"b\"|\n|-|\n|'c'|\n\n![\"d\"](e.png)[^1]\n\n[^1]: \"F\"", marks: "«»‹›")
    for text in ["<h1 id=\"a\">«A»</h1>", "<th>«b»</th>", "<td>‹c›</td>", "alt=\"«d»\"", "<p>«F»"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func keepsSpecificationBare() throws {
    let source = SourceText(
      file: "bare.md", text: "<b>*a*</b> ~~x~~ {{ y }} [z](javascript:w)\n")
    #expect(
      String(decoding: try renderCommonMark(source), as: UTF8.self)
        == "<p><b><em>a</em></b> ~~x~~ {{ y }} <a href=\"javascript:w\">z</a></p>\n")
  }

  @Test func givesEveryHeadingItsOwnID() {
    let rendered = renderMarkdown(
      .init(file: "page.md", text: "# A\n# a\n# A-1\n# !\n# ?\n# main\n"),
      MarkdownOptions(reservedIDs: ["main"]))
    #expect(rendered.headings.map(\.id) == ["a", "a-1", "a-1-1", "section", "section-1", "main-1"])
  }

  @Test(
    "hands on whole what has no holes",
    arguments: [
      ("", ""), ("a *b*", "<p>a <em>b</em></p>\n"),
      ("[a](https://b.example/)", "<p><a href=\"https://b.example/\">a</a></p>\n"),
      ("a {{ b }}", nil), ("[a](b)", nil), ("![a](b.png)", nil),
    ])
  func tellsWhole(markdown: String, html: String?) {
    #expect(render(markdown).wholeHTML == html.map { Array($0.utf8) })
  }

  @Test func collectsContents() {
    let rendered = render("# One {{ n }} ~~x~~\n\ntext\n\n> ## Two\n")
    #expect(rendered.headings.map(\.level) == [1, 2])
    #expect(rendered.headings[0].text.text { _ in "42" } == "One 42 x")
    #expect(rendered.headings[0].id == "one-x")
    #expect(rendered.headings[1].range == 29..<35)
  }
}
