import Basics
import Templating
import Testing

@Suite struct TemplateMeterTests {
  private let sources = ["a.html": "<p>{{ x }}</p>", "b.html": "{% include \"a.html\" %}"].map {
    TemplateSource(name: $0, text: SourceText(file: $0, text: $1))
  }

  private func set() throws -> TemplateSet {
    let model = RecordModel(name: "page", fields: [FieldModel("x", .integer, "A number.")])
    let entries = ["a.html", "b.html"].map { TemplateEntry(template: $0, model: model) }
    return try #require(TemplateSet.load(sources, entries: entries).set)
  }

  @Test func countsEachRender() throws {
    var set = try set()
    let meter = TemplateMeter()
    set.meter = meter
    for number in 1...3 { _ = try set.render("a.html", .record([.integer(number)])) }
    _ = try set.render("b.html", .record([.integer(1)]))
    let calls = Dictionary(uniqueKeysWithValues: meter.uses.map { ($0.template, $0.calls) })
    #expect(calls == ["a.html": 3, "b.html": 1])
    #expect(meter.uses.allSatisfy { $0.time > .zero })
    #expect(meter.uses.map(\.time) == meter.uses.map(\.time).sorted(by: >))
  }

  @Test func rendersTheSameWithoutIt() throws {
    var measured = try set()
    measured.meter = TemplateMeter()
    let page = TemplateValue.record([.integer(7)])
    #expect(try set().render("a.html", page) == measured.render("a.html", page))
  }

  @Test func namesTheTemplatesThatATemplateNames() throws {
    let text = """
      {% extends "base.html" %}{% import "m.html" as m %}
      {% block a %}{% if true %}{% include ["one.html", "two.html"] %}{% endif %}{% endblock %}
      """
    let source = TemplateSource(name: "p.html", text: SourceText(file: "p.html", text: text))
    #expect(
      source.namedTemplates == [
        NamedTemplate(way: .extends, name: "base.html"),
        NamedTemplate(way: .imports, name: "m.html"),
        NamedTemplate(way: .includes, name: "one.html"),
        NamedTemplate(way: .includes, name: "two.html"),
      ])
  }
}
