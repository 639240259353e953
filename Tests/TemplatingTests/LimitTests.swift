import Basics
import Templating
import TestSupport
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
      (
        "{{ ('a ' * 2000)|wordwrap(1, true, 'b' * 2000)|length }}",
        "the page is larger than 1000000 bytes"
      ),
      (
        "{{ ('a\\n' * 2000)|indent(2000)|length }}", "the page is larger than 1000000 bytes"
      ),
      (
        "{{ ('a' * 2000)|replace('a', 'b' * 2000)|length }}",
        "the page is larger than 1000000 bytes"
      ),
      ("{{ 1 / 0 }}", "division by zero"), ("{{ 1 % 0 }}", "division by zero"),
      ("{{ 2 ** 100 }}", "the result is too large for a whole number"),
      ("{{ 9223372036854775807 + 1 }}", "the result is too large for a whole number"),
      ("{{ 'a' < 1 }}", "a text and a whole number have no order"),
      ("{{ missing.x }}", "`missing` is missing"),
      (
        "{{ '12345678901234567890'|int }}", "1.2345678901234567e+19 is too large for a whole number"
      ),
      ("{{ [[1], [1]]|unique|list }}", "`unique` cannot tell a list from others"),
      ("{{ 5|truncate(5) }}", "a whole number has no length"),
      ("{{ {missing: 1}|tojson }}", "a missing value cannot be a key of JSON"),
      ("{{ {1: 1, 'a': 2}|tojson }}", "a text and a whole number have no order"),
      ("{{ 5|indent }}", "`indent` needs a text, not a whole number"),
      ("{{ [1] < (1, 2) }}", "a list and a list have no order"),
      ("{{ 1 is in(2, 3) }}", "the test `in` takes 1 argument, not 2"),
      ("{% for x in 5 %}{% endfor %}", "a whole number is not a list"),
      ("{% for a, b in [[1]] %}{% endfor %}", "1 values cannot be given to 2 names"),
      ("{% for x in [1] %}{{ loop.cycle() }}{% endfor %}", "`cycle` needs at least one value"),
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

  @Test(
    "bounds chains, which are as deep as nesting",
    arguments: [
      "|upper", ".a", "[0]", "[:1]", "()", " + 1", " * 1", " ** 1", " or 1", " and 1", " is eq(1)",
      " if 1", "|join(', ')",
    ])
  func boundsChains(link: String) {
    let found = loaded(
      "{{ x\(String(repeating: link, count: 20_000)) }}", articleModel
    ).diagnostics
    #expect(found.first?.code.id == "T015")
    #expect(
      found.first?.message == "an expression of more than 400 steps one upon the other")
  }

  @Test("bounds chains inside of brackets and of filter blocks")
  func boundsNestedChains() {
    let link = String(repeating: "|upper", count: 100)
    let (open, close) = (String(repeating: "(", count: 100), link + ")")
    let deep = open + "'a'" + String(repeating: close, count: 100)
    let block = "{% filter upper" + String(repeating: link, count: 100) + " %}a{% endfilter %}"
    for template in ["{{ \(deep) }}", block] {
      #expect(loaded(template, articleModel).diagnostics.first?.code.id == "T015")
    }
  }

  @Test("takes long chains, sums and lists as they are written")
  func takesLongExpressions() throws {
    let items = (0..<1000).map { "\($0)|string" }.joined(separator: ", ")
    #expect(try rendered("{{ [\(items)]|length }}") == "1000")
    let sum = Array(repeating: "1", count: 300).joined(separator: " + ")
    #expect(try rendered("{{ \(sum) }}") == "300")
    #expect(
      try rendered("{{ 'a'\(String(repeating: "|upper|lower", count: 100)) }}") == "a")
    let joined = Array(repeating: "'a'", count: 2000).joined(separator: " ~ ")
    #expect(try rendered("{{ (\(joined))|length }}") == "2000")
  }

  /// What a namespace grows to, one inside the other.
  private static let deep =
    "{% set ns = namespace(a=[1], b=[1], c=1) %}{% for i in range(9000) %}{% set ns.a = [ns.a] %}"
    + "{% set ns.b = [ns.b] %}{% set ns.c = (ns.c,) %}{% endfor %}"

  @Test(
    "bounds how deep values are walked",
    arguments: [
      "ns.a|tojson", "ns.a|tojson(2)", "ns.a", "ns.a|string|length", "ns.a ~ ''", "{'a': ns.a}",
      "ns.a == ns.b", "ns.a != ns.b", "ns.a < ns.b", "ns.a in [ns.b]", "[ns.a, ns.b]|sort",
      "[ns.a, ns.b]|max", "[ns.c]|unique|list", "[{'n': ns.a}, {'n': ns.b}]|groupby('n')",
    ])
  func boundsDepthOfValues(expression: String) {
    let error = #expect(throws: TemplateError.self) {
      try rendered("\(LimitTests.deep){{ \(expression) }}")
    }
    #expect(error?.diagnostic.code.id == "T015")
    #expect(error?.diagnostic.message == "a value nested deeper than 200 levels")
  }

  @Test("bounds a namespace that holds itself, and takes what is as deep as may be")
  func boundsSelfReference() throws {
    let error = #expect(throws: TemplateError.self) {
      try rendered("{% set ns = namespace(a=1) %}{% set ns.a = ns %}{{ ns }}")
    }
    #expect(error?.diagnostic.message == "a value nested deeper than 200 levels")
    let deep =
      "{% set ns = namespace(a=[]) %}{% for i in range(199) %}{% set ns.a = [ns.a] %}{% endfor %}"
    #expect(try rendered(deep + "{{ ns.a|tojson|length }} {{ ns.a == ns.a }}") == "400 True")
  }

  @Test(
    "bounds the steps of a page",
    arguments: [
      "{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}",
      "{% set xs = range(1000)|list %}{% for a in xs %}{% for b in xs %} {% endfor %}{% endfor %}",
      "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}",
      "{% set ns = namespace(a=[1], b=[1]) %}{% for i in range(40) %}{% set ns.a = [ns.a, ns.a] %}"
        + "{% set ns.b = [ns.b, ns.b] %}{% endfor %}{{ ns.a == ns.b }}",
      "{% set xs = range(1000)|list %}{% for x in xs %}{{ 'a' if x in xs }}{% endfor %}",
      "{% set t = 'ab' * 99999 %}{% for x in range(99) %}{{ t|upper|length }}{% endfor %}",
      "{% set t = 'ab' * 99999 %}{% for x in range(99) %}{{ 'x' in t }}{% endfor %}",
      "{% set t = 'ab' * 99999 %}{% for x in range(99) %}{{ t[x] }}{% endfor %}",
      "{% set ns = namespace(l=[]) %}{% for x in range(999) %}"
        + "{% set ns.l = ns.l + [x] %}{% endfor %}",
      "{{ range(99999)|sort|length }}",
    ])
  func boundsSteps(template: String) {
    let error = #expect(throws: TemplateError.self) {
      try rendered(template) { $0.limits.steps = 100_000 }
    }
    #expect(error?.diagnostic.code.id == "T015")
    #expect(error?.diagnostic.message == "the page takes more than 100000 steps")
  }

  @Test(
    "bounds the memory of the values of a page",
    arguments: [
      "{% set t = 'a' * 99999 %}{% for i in range(99) %}{% set x %}{{ t }}{% endset %}{% endfor %}",
      "{% set t = 'a' * 99999 %}{% macro m() %}{{ t }}{% endmacro %}"
        + "{% for i in range(99) %}{% set x = m() %}{% endfor %}",
      "{% set t = 'a' * 99999 %}{% for i in range(99) %}{% set x = t ~ i %}{% endfor %}",
      "{% set t = 'a' * 99999 %}{% for i in range(99) %}{% set x = t|upper %}{% endfor %}",
      "{{ range(9999)|map('center', 1000)|list|length }}",
      "{% set l = range(9999)|list %}{% for i in range(99) %}"
        + "{% set x = l|batch(1)|list %}{% endfor %}",
      "{% set ns = namespace(l=[1]) %}{% for i in range(25) %}"
        + "{% set ns.l = ns.l + ns.l %}{% endfor %}",
      "{{ ('a' * 999999)|list|length }}",
    ])
  func boundsMemory(template: String) {
    let error = #expect(throws: TemplateError.self) {
      try rendered(template) { $0.limits.memory = 4_000_000 }
    }
    #expect(error?.diagnostic.code.id == "T015")
    #expect(error?.diagnostic.message == "the values of the page take more than 4000000 bytes")
  }

  @Test("writes a long text up to the limit of the page and no more")
  func writesLongText() throws {
    let text = String(repeating: "a & b ", count: 95_000)
    let page = try rendered("{{ t }}", [("t", .text(text))], autoescape: true) {
      $0.limits.output = 1_000_000
    }
    #expect(page == String(repeating: "a &amp; b ", count: 95_000))
    let error = #expect(throws: TemplateError.self) {
      try rendered("{{ t }}", [("t", .text(text + text))], autoescape: true) {
        $0.limits.output = 1_000_000
      }
    }
    #expect(error?.diagnostic.message == "the page is larger than 1000000 bytes")
  }

  @Test("bounds what values that share their parts are written as")
  func boundsSharedParts() {
    let shared =
      "{% set ns = namespace(a=[1]) %}{% for i in range(60) %}"
      + "{% set ns.a = [ns.a, ns.a] %}{% endfor %}"
    for expression in ["ns.a|tojson", "ns.a", "ns.a|string"] {
      let error = #expect(throws: TemplateError.self) {
        try rendered("\(shared){{ \(expression) }}") { $0.limits.output = 100_000 }
      }
      #expect(error?.diagnostic.message == "the page is larger than 100000 bytes")
    }
  }

  @Test(
    "finds and tells apart in one pass",
    arguments: [
      ("range(99999)|unique|list|length", "99999"),
      ("('a' * 80000) in (('a' * 79999 ~ 'b') * 2)", "False"),
      ("('ab' * 50 ~ 'c') in ('ab' * 60 ~ 'c')", "True"),
      ("('xab' ~ 'ab' * 50 ~ 'cab')|replace('ab' * 50 ~ 'c', '-')", "xab-ab"),
      (
        "[1, 1.0, true, 'a', 'A', none, none, 2.5, 2.5, (1,), (1,)]|unique|list",
        "[1, 'a', None, 2.5, (1,)]"
      ),
      ("['é', 'e\u{301}', 'É']|unique|list|length", "2"),
    ])
  func findsInOnePass(expression: String, output: String) throws {
    #expect(try rendered("{{ \(expression) }}") == output)
  }

  @Test(
    "reads a long address in one pass",
    arguments: [("", "a"), ("data:image/png;base64,", "Ab/+"), ("a&#58;", "b/?")])
  func readsLongAddress(start: String, part: String) throws {
    let address = start + String(repeating: part, count: 200_000)
    let template = "<img alt=\"\" src=\"\(address)\">"
    var page = ""
    let time = try processorTime { page = try rendered(template, articleModel, article()) }
    #expect(page == template)
    #expect(time < .seconds(10))
  }

  @Test("counts the steps of each page for itself")
  func countsEachPage() throws {
    var options = TemplateOptions()
    options.limits.steps = 2500
    let model = RecordModel(name: "context", fields: [FieldModel("n", .integer, "")])
    let template = "{% for x in range(1000) %}{{ n }}{% endfor %}"
    let set = try #require(loaded(template, model, options).set)
    var machine = TemplateMachine(set)
    for _ in 0..<3 {
      #expect(try machine.render("page.html", .record([.integer(1)])).count == 1000)
    }
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
