import Basics
import Templating
import Testing

@Suite("limits and faults while rendering")
struct LimitTests {
  @Test(
    "stops what would run away",
    arguments: [
      (
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "macros call each other more than 200 deep"
      ),
      ("{{ range(1000000)|length }}", "a range of more than 100000 numbers"),
      ("{{ ('a' * 10000000)|length }}", "repeated more than 100000 times"),
      (
        "{% for a in range(9999) %}{% for b in range(9999) %}xxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
        "the page is larger than 1000000 bytes"
      ),
      ("{{ 1 / 0 }}", "division by zero"), ("{{ 1 % 0 }}", "division by zero"),
      ("{{ 2 ** 100 }}", "the result is too large for a whole number"),
      ("{{ 9223372036854775807 + 1 }}", "the result is too large for a whole number"),
      ("{{ 'a' < 1 }}", "a text and a integer have no order"),
      ("{{ missing.x }}", "`missing` is missing"),
      (
        "{{ '12345678901234567890'|int }}", "1.2345678901234567e+19 is too large for a whole number"
      ),
      ("{{ [[1], [1]]|unique|list }}", "`unique` cannot tell a list from others"),
      ("{{ 5|truncate(5) }}", "a integer has no length"),
      ("{{ 5|indent }}", "`indent` needs a text, not a integer"),
      ("{{ [1] < (1, 2) }}", "a list and a list have no order"),
      ("{{ 1 is in(2, 3) }}", "the test `in` takes 1 arguments, not 2"),
      ("{% for x in 5 %}{% endfor %}", "a integer is not a list"),
      ("{% for a, b in [[1]] %}{% endfor %}", "1 values cannot be given to 2 names"),
    ])
  func stopsRunaway(template: String, message: String) {
    let error = #expect(throws: TemplateError.self) {
      try rendered(template) { $0.limits.output = 1_000_000 }
    }
    #expect(error?.diagnostic.message == message)
  }

  @Test("bounds nesting of expressions and tags")
  func boundsNesting() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(loaded("{{ \(deep) }}", articleModel).diagnostics.first?.code.id == "T015")
    let tags = String(repeating: "{% if 1 %}", count: 5000)
    #expect(loaded(tags, articleModel).diagnostics.first?.code.id == "T015")
    let nots = String(repeating: "not ", count: 5000)
    #expect(loaded("{{ \(nots)1 }}", articleModel).diagnostics.first?.code.id == "T015")
  }

  @Test("points at the place of a fault while rendering")
  func pointsAtFault() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("n", .integer, "")])
    let set = try #require(loaded("<p>\n  {{ 10 // n }}", model).set)
    let error = #expect(throws: TemplateError.self) {
      try set.render("page.html", .record([.integer(0)]))
    }
    #expect(
      error?.diagnostic.text == """
        error[T016]: division by zero
          --> Templates/page.html:2:6
        2 |   {{ 10 // n }}
          |      ^^^^^^^
        """)
    #expect(try set.render("page.html", .record([.integer(5)])) == Array("<p>\n  2".utf8))
  }

  @Test("renders again after a fault and between templates")
  func reusesMachine() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("n", .integer, "")])
    let sources = ["a.html", "b.html"].map { name in
      TemplateSource(
        name: name,
        text: SourceText(
          file: name, text: "\(name){% macro m(x) %}{{ 6 // x }}{% endmacro %}{{ m(n) }}"))
    }
    let set = try #require(
      TemplateSet.load(
        sources, entries: sources.map { TemplateEntry(template: $0.name, model: model) }
      ).set)
    var machine = TemplateMachine(set)
    for _ in 0..<3 {
      #expect(try machine.render("a.html", .record([.integer(2)])) == Array("a.html3".utf8))
      var failed = false
      do { _ = try machine.render("b.html", .record([.integer(0)])) } catch { failed = true }
      #expect(failed)
      #expect(try machine.render("b.html", .record([.integer(6)])) == Array("b.html1".utf8))
    }
  }

  @Test("forgets the page before")
  func forgetsPageBefore() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("n", .integer, "")])
    let template =
      "{% if n %}{% import 'lib.html' as lib %}{% endif %}{{ lib.k|default('none') }}"
    let set = try #require(
      loaded(template, model, templates: ["lib.html": "{% set k = 'a' ~ 'b' %}"]).set)
    var machine = TemplateMachine(set)
    #expect(try machine.render("page.html", .record([.integer(1)])) == Array("ab".utf8))
    #expect(try machine.render("page.html", .record([.integer(0)])) == Array("none".utf8))
  }

  @Test("has one explanation for every code")
  func explainsCodes() {
    let ids = TemplatingCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(TemplatingCodes.all.allSatisfy { !$0.explanation.isEmpty && $0.id.hasPrefix("T") })
  }
}
