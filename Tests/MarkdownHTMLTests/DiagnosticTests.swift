import Basics
import MarkdownHTML
import Testing

@Suite struct DiagnosticTests {
  @Test(
    "says what, where and how to mend it",
    arguments: [
      (
        "a\n\nb \u{F0000} c\n",
        """
        error[M004]: a private-use character that Meadow needs itself
          --> page.md:3:3
        3 | b \u{F0000} c
          |   ^ remove it
        """
      ),
      (
        "a\u{202E}b",
        """
        warning[M006]: a character that overrides the text direction is left out
          --> page.md:1:2
        1 | a\u{202E}b
          |  ^ remove it
        """
      ),
      (
        "a\u{1B}[31m",
        """
        warning[M023]: a control character is left out
          --> page.md:1:2
        1 | a\u{FFFD}[31m
          |  ^ remove it
        """
      ),
      (
        "a\u{E0041}b",
        """
        warning[M024]: a character that nobody sees is left out
          --> page.md:1:2
        1 | a\u{E0041}b
          |  ^ remove it
        """
      ),
      (
        "a &#xF0000; `&#1;`",
        """
        warning[M023]: this character is left out
          --> page.md:1:3
        1 | a &#xF0000; `&#1;`
          |   ^^^^^^^^^ remove it
        """
      ),
      (
        "> é {{ a\n> }}",
        """
        error[M007]: this inline value is not closed on its line
          --> page.md:1:5
        1 | > é {{ a
          |     ^^ close it with `}}`, or write `\\{{` for two braces
        """
      ),
      (
        "x [a]({{ b }})",
        """
        error[M008]: an address cannot hold an inline value
          --> page.md:1:3
        1 | x [a]({{ b }})
          |   ^^^ write the address out
        """
      ),
      (
        "a\n  b <i>c",
        """
        warning[M009]: raw HTML is left out
          --> page.md:2:5
        2 |   b <i>c
          |     ^^^ use Markdown or a component
        """
      ),
      (
        "- a\n- [b](javascript:c)",
        """
        error[M010]: this address has the scheme `javascript:`
          --> page.md:2:7
        2 | - [b](javascript:c)
          |       ^^^^^^^^^^^^ use http, https, mailto, tel or a page of this site
        """
      ),
      (
        "![a](https://b.org/c.png)",
        """
        error[M011]: this image lies on another site
          --> page.md:1:6
        1 | ![a](https://b.org/c.png)
          |      ^^^^^^^^^^^^^^^^^^^ put it into `static/`
        """
      ),
      (
        "# x ![ ](c.png)",
        """
        error[M012]: this image has no alternative text
          --> page.md:1:5
        1 | # x ![ ](c.png)
          |     ^^^^ say between the brackets what it shows
        """
      ),
      (
        "a[^2] b\n\n[^22]: c\n\nd[^22]",
        """
        warning[M014]: there is no footnote `2`
          --> page.md:1:2
        1 | a[^2] b
          |  ^^^^ did you mean `22`?
        """
      ),
      (
        "a\n\n[^1]: b",
        """
        warning[M015]: nothing refers to the footnote `1`
          --> page.md:3:1
        3 | [^1]: b
          | ^^^^^^^ refer to it with `[^1]` or remove it
        """
      ),
      (
        "a[^1]\n\n[^1]: b\n[^1]: c",
        """
        error[M016]: the footnote `1` is already defined
          --> page.md:4:1
        4 | [^1]: c
          | ^^^^^^^ rename one of them
        """
      ),
      (
        "a {{ }} b",
        """
        error[M019]: there is nothing between the braces
          --> page.md:1:3
        1 | a {{ }} b
          |   ^^^^^ write an expression
        """
      ),
      (
        "| a |\n|---|\n| b | c | d |",
        """
        warning[M020]: this row has 3 cells, its table has 1
          --> page.md:3:7
        3 | | b | c | d |
          |       ^^^^^ not shown; write `\\|` for a bar in a cell
        """
      ),
      (
        "a\n\n~~~~ x\nb\n~~~",
        """
        error[M021]: this code block is not closed
          --> page.md:3:1
        3 | ~~~~ x
          | ^^^^^^ close it with ~~~~
        """
      ),
      (
        "- x\n\n  ```chart\n  a: 1\n  b: [\n  ```\n",
        """
        error[F001]: a value that is missing or not closed
          --> page.md:6:3
        6 |   ```
          |   ^ close `[` with `]` and `{` with `}`
        """
      ),
    ])
  func explains(markdown: String, expected: String) {
    #expect(render(markdown).diagnostics.map(\.text) == [expected])
  }

  @Test func leavesControlCharactersOut() {
    let rendered = render("a\u{1}b `{{ \u{7F} }}` www.a.org/\u{85} [c](d\u{FFFF})\n\n    \u{8}e\n")
    #expect(rendered.codes == ["M023", "M023", "M023", "M023", "M023"])
    #expect(
      rendered.filled
        == "<p>ab <code>{{  }}</code> <a href=\"http://www.a.org/\">www.a.org/</a> "
        + "<a href=\"d\">c</a></p>\n<pre><code>e\n</code></pre>\n")
  }

  @Test func refusesOtherEncodings() {
    let source = SourceText(file: "page.md", bytes: Array("é\n".utf8) + [0x61, 0xE9, 0x62])
    let rendered = renderMarkdown(source)
    #expect(rendered.pieces.isEmpty)
    #expect(rendered.diagnostics.map(\.code.id) == ["M005"])
    #expect(rendered.diagnostics[0].location?.description == "page.md:2:2")
    #expect(rendered.diagnostics[0].message == "this file is not UTF-8")
  }

  @Test func showsScreenfulOfFindings() {
    let rendered = render(String(repeating: "[a](b:c) ", count: 70))
    #expect(rendered.diagnostics.count == 51)
    #expect(rendered.diagnostics.last?.code.id == "M022")
    #expect(rendered.diagnostics.last?.message == "20 more findings in this file are not shown")
    #expect(rendered.diagnostics.last?.severity == .error)
  }

  @Test func listsEveryCodeOnce() {
    let ids = MarkdownHTMLCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted { ($0.first == "M" ? 0 : 1, $0) < ($1.first == "M" ? 0 : 1, $1) })
    #expect(MarkdownHTMLCodes.all.allSatisfy { !$0.title.isEmpty && $0.explanation.hasSuffix(".") })
  }
}
