import Basics
import MeadowCommand
import Templating
import Testing

@Suite struct TemplateTrialTests {
  @Test(arguments: [
    (
      "{{ n }} {{ f }} {{ yes }} {{ t }}", #"{"n": 7, "f": 2.0, "yes": true, "t": "a<b"}"#,
      "7 2.0 True a&lt;b"
    ),
    ("{% for k, v in m|items %}{{ k }}{{ v }} {% endfor %}", #"{"m": {"b": 2, "a": 1}}"#, "b2 a1 "),
    ("{{ missing }}|{{ nil }}|{{ m.missing }}", #"{"nil": null, "m": {}}"#, "|None|"),
    ("{{ xs }}", #"{"xs": [1, "a", [2.5, null]]}"#, "[1, &#39;a&#39;, [2.5, None]]"),
  ])
  func rendersAsJinja2Does(template: String, context: String, output: String) {
    #expect(page(template, context, lenient: true) == output)
  }

  @Test(arguments: [
    ("<a title=\"{{ t }}\">{{ n }}</a>", #"{"t": "\"", "n": 1}"#, "<a title=\"&#34;\">1</a>"),
    ("{% for r in rows %}{{ r.a }};{% endfor %}", #"{"rows": [{"a": 1}, {"a": 2}]}"#, "1;2;"),
    ("{{ nil|default('-') }}", #"{"nil": null}"#, "-"),
  ])
  func rendersStrictly(template: String, context: String, output: String) {
    #expect(page(template, context) == output)
  }

  @Test func tellsAnUnknownField() {
    #expect(
      faults("{{ page.titel }}", #"{"page": {"title": "x"}}"#) == [
        """
        error[T003]: unknown field `titel` on page
          --> main.html:1:9
        1 | {{ page.titel }}
          |         ^^^^^ did you mean `title`?
        """
      ])
  }

  @Test func tellsWhereTheValuesAreNoJSON() {
    let found = faults("x", "{\n  \"a\": tru\n}")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "error[R001]: the values are not JSON\n  --> context.json:2:") == true)
  }

  @Test func demandsAnObject() {
    #expect(
      faults("x", "[1]") == [
        """
        error[R001]: the values are a list, not an object
          --> context.json:1:1
        1 | [1]
          | ^ write `{"name": …}`, a field for each variable
        """
      ])
  }

  @Test func tellsWhatFailsWhileRendering() {
    #expect(faults("{{ 1 // n }}", #"{"n": 0}"#).first?.hasPrefix("error[T016]") == true)
  }
}

private func trial(_ template: String, _ context: String, lenient: Bool) -> TemplateTrial {
  var options = TemplateOptions()
  if lenient { options.checking = .lenient }
  return TemplateTrial(
    "main.html",
    of: [TemplateSource(name: "main.html", text: SourceText(file: "main.html", text: template))],
    context: SourceText(file: "context.json", text: context), options: options)
}

private func page(_ template: String, _ context: String, lenient: Bool = false) -> String? {
  trial(template, context, lenient: lenient).render().html.map {
    String(decoding: $0, as: UTF8.self)
  }
}

private func faults(_ template: String, _ context: String) -> [String] {
  trial(template, context, lenient: false).render().diagnostics.map(\.text)
}
