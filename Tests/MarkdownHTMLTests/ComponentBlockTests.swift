import MarkdownHTML
import Testing

@Suite struct ComponentBlockTests {
  @Test func readsBodyWithPlaces() {
    let rendered = render(
      "Text\n\n- a\n\n  ```chart wide\n  metric: \"m {{ x }}\"\n  list:\n  - 1\n  ```\n")
    #expect(rendered.diagnostics.isEmpty)
    let chart = rendered.components[0]
    #expect((chart.name, chart.argument) == ("chart", "wide"))
    #expect(chart.range == 13..<26)
    #expect(chart.body["metric"]?.text == "m {{ x }}")
    #expect(chart.body["metric"]?.place == YAMLPlace(line: 6, column: 11, length: 11))
    #expect(chart.body.entries?[1].keyPlace == YAMLPlace(line: 7, column: 3, length: 4))
    #expect(chart.body["list"]?.list?[0].place == YAMLPlace(line: 8, column: 5, length: 1))
    #expect(rendered.inlineValues.isEmpty)
  }

  @Test func standsBetweenBlocks() {
    #expect(
      html("a\n```note\nx: 1\n```\nb\n~~~~ figures\n~~~~\n")
        == "<p>a</p>\n{note}\n<p>b</p>\n{figures}\n")
  }

  @Test func takesOtherInfoStringsForCode() {
    let rendered = render("```charts\na: [\n```\n\n    chart\n")
    #expect(rendered.components.isEmpty)
    #expect(rendered.filled.hasPrefix("<pre><code class=\"language-charts\">a: [\n"))
  }
}
