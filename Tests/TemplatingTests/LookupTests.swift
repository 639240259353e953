import Basics
import Templating
import Testing

/// Values of the host that a template asks for by name, as a site's templates ask for its queries.
@Suite struct LookupTests {
  private static let row = RecordModel(
    name: "row of `rooms`",
    fields: [FieldModel("room", .any, ""), FieldModel("posts", .any, "")])

  private static func rows(_ rows: [(String, Int)]) -> TemplateValue {
    let values = rows.map { TemplateValue.record([.text($0.0), .integer($0.1)]) }
    return .record([values.first ?? .none, .list(values)])
  }

  private static func entry(_ name: String, _ values: [(String, Int)]) -> HostLookup.Entry {
    let model = RecordModel(
      name: "query `\(name)`",
      fields: [
        FieldModel("first", .optional(.record(row)), ""),
        FieldModel("rows", .list(.record(row)), ""),
      ])
    return HostLookup.Entry(name: name, model: model, value: rows(values))
  }

  private static let lookup = HostLookup(
    function: "query",
    entries: [
      entry("unused", [("x", 1)]), entry("rooms", [("a < b", 30), ("c", 4)]), entry("empty", []),
    ])

  private static let model = RecordModel(
    name: "page", fields: [FieldModel("title", .text, ""), FieldModel("size", .integer, "")])

  private func rendered(
    _ template: String, _ templates: [String: String] = [:], calculates: Bool = false
  ) throws -> String {
    var options = TemplateOptions()
    options.calculatesWithUnknown = calculates
    let (set, found) = loaded(
      template, Self.model, templates: templates, options, lookup: Self.lookup)
    guard let set else { throw LoadFailure(diagnostics: found) }
    let page = TemplateValue.record([.text("T"), .integer(7)])
    return String(decoding: try set.render("page.html", page), as: UTF8.self)
  }

  private func faults(_ template: String) -> [String] {
    do {
      return ["rendered: \(try rendered(template))"]
    } catch let failure as LoadFailure {
      return failure.diagnostics.map(\.text)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    (
      "{{ title }}{% for r in query('rooms').rows %} {{ r.room }} {{ r.posts }}{% endfor %}",
      "T a &lt; b 30 c 4"
    ),
    (
      "{% set q = query(name='rooms') %}{% if q.first %}{{ q.first.posts|number }}{% endif %}", "30"
    ),
    ("{% if query('rooms').first %}{{ query('rooms').first.room }}{% endif %}", "a &lt; b"),
    ("{% if query('empty').first %}x{% else %}nothing{% endif %}", "nothing"),
    ("{{ query('rooms').rows|length - 1 }} {{ query('empty').rows|length }}", "1 0"),
    ("{{ query('rooms').rows|map(attribute='room')|join(', ') }}", "a &lt; b, c"),
    ("{{ query('rooms').rows|selectattr('posts', 'lt', 10)|map(attribute='room')|first }}", "c"),
    ("{{ size + 1 }} {{ query('rooms').rows[1]['room'] }}", "8 c"),
    ("{% for r in query('rooms').rows if r.posts > 10 %}{{ loop.index + 1 }}{% endfor %}", "2"),
    (
      "{% macro m(q) %}{{ q.rows|length }}{{ query('rooms').rows|length }}{% endmacro %}{{ m(query('empty')) }}",
      "02"
    ),
  ])
  func givesWhatIsAskedFor(template: String, output: String) throws {
    #expect(try rendered(template) == output)
  }

  @Test func isAskedInWhatIsIncludedAndExtended() throws {
    let templates = [
      "base.html": "{% block a %}{% endblock %}{{ query('empty').rows|length }}",
      "part.html": "{% for r in query('rooms').rows %}{{ r.posts }};{% endfor %}",
    ]
    #expect(
      try rendered(
        "{% extends 'base.html' %}{% block a %}{% include 'part.html' %}{% endblock %}", templates)
        == "30;4;0")
  }

  @Test func saysWhatThereIsNot() {
    #expect(
      faults("{{ query('roms').rows|length }}") == [
        """
        error[T003]: there is no query `roms`
          --> Templates/page.html:1:10
        1 | {{ query('roms').rows|length }}
          |          ^^^^^^ did you mean `rooms`?
        """
      ])
    #expect(
      faults("{% for r in query('rooms').rows %}{{ r.rom }}{% endfor %}") == [
        """
        error[T003]: unknown field `rom` on row of `rooms`
          --> Templates/page.html:1:40
        1 | {% for r in query('rooms').rows %}{{ r.rom }}{% endfor %}
          |                                        ^^^ did you mean `room`?
        """
      ])
  }

  @Test(arguments: [
    ("{{ query(title).rows|length }}", "T011"), ("{{ query().rows|length }}", "T006"),
    ("{{ query('rooms', 1).rows|length }}", "T006"), ("{{ query('rooms').row }}", "T003"),
    ("{{ query('rooms').rows|map(attribute='rom')|join }}", "T003"),
    ("{{ query('rooms').first.room }}", "T008"), ("{{ query('rooms') }}", "T007"),
    ("{{ quer('rooms') }}", "T003"),
  ])
  func refusesWhatCannotBe(template: String, code: String) {
    let found = faults(template)
    #expect(found.count == 1 && found[0].hasPrefix("error[\(code)]"), "\(found)")
  }

  /// What comes out nobody would hold against the rule about few people.
  @Test(arguments: [
    "{{ query('rooms').rows[0].posts - query('rooms').rows[1].posts }}",
    "{% for r in query('rooms').rows %}{{ size - r.posts }}{% endfor %}",
    "{% set x = query('rooms').rows[0].posts %}{{ x * 2 }}",
    "{% macro m(x) %}{{ x - 1 }}{% endmacro %}{{ m(query('rooms').rows[0].posts) }}",
    "{{ (query('rooms').rows|sum(attribute='posts')) - 1 }}",
    "{{ (query('rooms').rows|map(attribute='posts')|list)[0] / 3 }}",
    "{{ (query('rooms').rows[0].posts|int) - 1 }}",
    "{{ (query('rooms').rows[0].posts|string|int) - 1 }}",
    "{{ (query('rooms').rows|map(attribute='posts')|max) % 7 }}",
    "{% for k, v in query('rooms').rows[0]|items %}{{ v - 1 }}{% endfor %}",
  ])
  func calculatesNothing(template: String) throws {
    let found = faults(template)
    #expect(found.count == 1 && found[0].hasPrefix("error[T018]"), "\(found)")
    _ = try rendered(template.replacing("v - 1", with: "v"), calculates: true)
  }

  @Test func saysWhereToCalculate() {
    #expect(
      faults("{% set r = query('rooms').rows[0] %}{{ r.posts - 1 }}") == [
        """
        error[T018]: a value of the site's data is calculated with
          --> Templates/page.html:1:40
        1 | {% set r = query('rooms').rows[0] %}{{ r.posts - 1 }}
          |                                        ^^^^^^^^^^^ work it out in the query, which is held against the rule about few people
        """
      ])
  }

  /// Templates that ask for nothing may keep count as they like.
  @Test func letsOthersCalculate() throws {
    let template = "{% set n = namespace(x=1) %}{% set n.x = n.x + 2 %}{{ n.x }}"
    #expect(try rendered(template) == "3")
  }
}
