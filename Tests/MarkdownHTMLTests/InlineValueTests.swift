import MarkdownHTML
import Testing

@Suite struct InlineValueTests {
  @Test(
    "keeps expressions whole",
    arguments: [
      "a*b*c", "\"x\" | y", "f(\"a|b\", c='}}')", "x[\"_y_\"]", "a & b < c", "'`'",
    ])
  func keepsExpression(inner: String) {
    for markdown in ["{{\(inner)}}", "**{{\(inner)}}**", "\"{{\(inner)}}\"", "a{{\(inner)}}b"] {
      let rendered = render(markdown, smart: true)
      #expect(rendered.inlineValues.map(\.expression) == [inner])
      #expect(rendered.diagnostics.isEmpty)
      let value = rendered.inlineValues[0].range
      #expect(value.lowerBound == Array(markdown.utf8).firstIndex(of: UInt8(ascii: "{")))
      #expect(value.count == inner.utf8.count + 4)
    }
  }

  @Test func leavesHolesInTextAndAttributes() {
    let rendered = render("{{ a }} ![{{ b }}](i.png \"{{ c }}\")")
    let holes = rendered.pieces.filter { piece in
      if case .html = piece { false } else { true }
    }
    #expect(
      holes == [
        .inlineValue(0), .destination(0), .attributeValue(1), .attributeValue(2), .imageSize(0),
      ])
    #expect(rendered.filled == "<p>{ a } <img src=\"i.png\" alt=\"{ b }\" title=\"{ c }\" /></p>\n")
  }

  @Test(
    "shows braces that are no value",
    arguments: [
      ("`{{ a }}`", "<p><code>{{ a }}</code></p>\n"),
      ("    {{ a }}\n", "<pre><code>{{ a }}\n</code></pre>\n"),
      ("```\n{{ a\n}}\n```\n", "<pre><code>{{ a\n}}\n</code></pre>\n"),
      ("`{{` and `}}`", "<p><code>{{</code> and <code>}}</code></p>\n"),
      ("\\{{ a }}", "<p>{{ a }}</p>\n"),
      ("`\\{{`", "<p><code>\\{{</code></p>\n"),
      ("{ a } {% b %}", "<p>{ a } {% b %}</p>\n"),
    ])
  func showsBraces(markdown: String, expected: String) {
    let rendered = render(markdown)
    #expect(rendered.filled == expected)
    #expect(rendered.inlineValues.isEmpty)
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test func keepsIconFontCharacters() {
    #expect(html("\u{E001} {{ a }} \u{F8FF}") == "<p>\u{E001} { a } \u{F8FF}</p>\n")
  }
}
