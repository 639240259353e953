import Basics
import Templating
import Testing

@Suite("checking against the page model")
struct CheckingTests {
  @Test("renders a page that fits its model")
  func rendersFittingPage() throws {
    let template = """
      <h1>{{ page.title }}</h1>{{ page.body }}<p>{{ page.views|number }} {{ page.share|percent }}</p>\
      {% if page.author %}<b>{{ page.author.name }}</b>{% endif %}\
      {% for tag in page.tags %}<i>{{ tag }}</i>{% endfor %}
      """
    #expect(
      try rendered(template, articleModel, article(author: "Ö<"))
        == "<h1>A &amp; B</h1><p>x</p><p>1,284 25%</p><b>Ö&lt;</b><i>x</i><i>y</i>")
    #expect(
      try rendered(template, articleModel, article(tags: []))
        == "<h1>A &amp; B</h1><p>x</p><p>1,284 25%</p>")
  }

  @Test("says what is wrong, where, and how to mend it")
  func pointsAtUnknownField() {
    #expect(
      faults("<html>\n<h1>{{ page.titel }}</h1>") == [
        """
        error[T003]: unknown field `titel` on page
          --> Templates/page.html:2:13
        2 | <h1>{{ page.titel }}</h1>
          |             ^^^^^ did you mean `title`?
        """
      ])
  }

  @Test("finds all independent faults in one run")
  func findsAllFaults() {
    let found = faults(
      "{{ page.titel }}{{ pge }}{{ page.title|uper }}{{ page.views is od }}{{ 1 + }}")
    #expect(
      found.map { String($0.prefix(11)) } == [
        "error[T003]", "error[T003]", "error[T005]", "error[T005]", "error[T001]",
      ])
  }

  @Test("shows through which templates a fault was reached")
  func showsChain() {
    let templates = [
      "base.html": "<body>{% block a %}{% endblock %}{% include 'foot.html' %}</body>",
      "foot.html": "{{ nobody }}",
    ]
    #expect(
      faults("{% extends 'base.html' %}", templates: templates) == [
        """
        error[T003]: unknown name `nobody`
          --> Templates/foot.html:1:4
        1 | {{ nobody }}
          |    ^^^^^^
          = extended by Templates/page.html:1:12
          = included from Templates/base.html:1:34
        """
      ])
  }

  @Test(
    "demands a guard for what may be missing",
    arguments: [
      ("{{ page.author.name }}", false),
      ("{{ page.author }}", false),
      ("{% if page.author %}{{ page.author.name }}{% endif %}", true),
      ("{% if page.author is defined %}{{ page.author.name }}{% endif %}", true),
      ("{% if page.author is not none %}{{ page.author.name }}{% endif %}", true),
      ("{% if not page.author %}-{% else %}{{ page.author.name }}{% endif %}", true),
      ("{% if page.author and page.author.name == 'x' %}y{% endif %}", true),
      ("{% if page.author or page.views %}{{ page.author.name }}{% endif %}", false),
      ("{{ page.author.name if page.author else '-' }}", true),
      ("{% if page.author %}{% endif %}{{ page.author.name }}", false),
      (
        "{% for t in page.tags %}{% if not page.author %}{% continue %}{% endif %}{{ page.author.name }}{% endfor %}",
        true
      ),
      ("{% set a = page.author %}{% if a %}{{ a.name }}{% endif %}", true),
      ("{% set a = page.author %}{{ a.name }}", false),
      ("{{ page.image|default('none.png') }}", true),
      ("{% if page.views > 3 %}{% set x = 1 %}{% endif %}{{ x }}", false),
      ("{% if page.views > 3 %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}", true),
      ("{% macro m(a) %}{{ a.name }}{% endmacro %}{{ m(page.author) }}", false),
      ("{% macro m(a) %}{% if a %}{{ a.name }}{% endif %}{% endmacro %}{{ m(page.author) }}", true),
    ])
  func demandsGuard(template: String, isAccepted: Bool) {
    let found = faults(template)
    #expect(found.isEmpty == isAccepted)
    #expect(found.allSatisfy { $0.hasPrefix("error[T008]") })
  }

  @Test(
    "refuses values of the wrong type",
    arguments: [
      ("{% for x in page.views %}{% endfor %}", "`page.views` is a whole number, not a list"),
      ("{{ page.tags }}", "`page.tags` is a list, it has no text"),
      ("{{ page }}", "`page` is a record (page), it has no text"),
      ("{{ page.title + 1 }}", "cannot add a text and a whole number"),
      ("{{ page.title < 1 }}", "a text and a whole number have no order"),
      ("{{ page.title|abs }}", "`abs` needs a number, not a text"),
      ("{{ page.tags|upper }}", "`upper` needs a text, not a list"),
      ("{{ -page.title }}", "`page.title` is a text, not a number"),
      ("{{ page.title() }}", "values have no methods: `.title()`"),
      ("{{ page.title.upper() }}", "values have no methods: `.upper()`"),
      ("{{ page.title.x }}", "`page.title` is a text, it has no field `x`"),
      ("{{ page.tags|map(attribute='x')|join }}", nil),
      ("{{ [page]|map(attribute='titel')|join }}", "unknown field `titel` on page"),
      ("{% macro m(p) %}{{ p.titel }}{% endmacro %}{{ m(page) }}", "unknown field `titel` on page"),
      ("{{ page.title|truncate(x=1) }}", "`truncate` has no parameter `x`"),
      ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "`m` takes 1 argument at most"),
      ("{{ page.title|upper(1) }}", "`upper` takes no arguments"),
      ("{{ page.title|urlize }}", "the filter `urlize` is left out"),
      ("{% extends page.title %}", "the name of a template must be written as a string"),
      ("{% include 'page.html' %}", "`page.html` leads back to itself"),
      (
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "the block `a` stands twice in this template"
      ),
      ("{{ super() }}", "`super()` stands outside of a block"),
      ("{% trans %}a{% endtrans %}", "the tag `trans` is left out"),
      ("{% do x %}", "the tag `do` is left out"),
      ("{{ page is callable }}", "the test `callable` is left out"),
      ("{% fro x in y %}", "unknown tag `fro`"), ("{% if 1 %}", "`if` is never closed"),
      ("{% for x in [1] %}{% endif %}", "`endif` does not fit here: `for` is open"),
      ("{% else %}", "`else` stands outside of `if` and `for`"),
      ("a{% elif 1 %}", "`elif` stands outside of `if`"),
      ("{% if %}a{% endif %}", "unexpected end of the tag, expected an expression"),
      ("{{ (page.views }}", "`(` is never closed"), ("{{ [1, (2] }}", "`(` is never closed"),
      ("{{ 1) }}", "`)` closes nothing"), ("a <", "the template ends right behind `<`"),
      ("{% macro m(a, b) %}{% endmacro %}{{ m(1, 2, 3) }}", "`m` takes 2 arguments at most"),
      ("{{ 'a }}", "string is never closed"), ("{# a", "comment is never closed"),
      ("{% autoescape false %}{% endautoescape %}", "escaping cannot be switched off"),
      ("{% break %}", "`break` stands outside of a loop"),
    ] as [(String, String?)])
  func refusesWrongTypes(template: String, message: String?) {
    let found = loaded(template, articleModel).diagnostics
    #expect(found.first?.message == message)
  }

  @Test(
    "says how texts are made that Python makes with operators",
    arguments: [
      ("{{ page.title + 1 }}", "join texts with `~`"),
      ("{{ '%.1f' % page.share }}", "join texts with `~`, and write numbers with `|decimal`"),
      ("{{ page.title // 2 }}", nil),
    ] as [(String, String?)])
  func saysHowTextsAreMade(template: String, fix: String?) {
    let found = loaded(template, articleModel).diagnostics
    #expect(found.first?.code.id == "T007")
    #expect(found.first?.fix == fix)
  }

  @Test(
    "finds one fault in one misspelt name",
    arguments: [
      ("{% for t in page.tags %}{{ loop.indx }}{% endfor %}", "unknown field `indx` on loop"),
      ("{% import 'lib.html' as lib %}{{ lib.fild }}", "`lib` has no `fild`"),
      ("{{ page.titel }}", "unknown field `titel` on page"),
    ])
  func findsOneFault(template: String, message: String) {
    let lib = ["lib.html": "{% set field = 1 %}"]
    let found = loaded(template, articleModel, templates: lib).diagnostics
    #expect(found.map(\.message) == [message])
  }

  @Test("knows names another page kind gives only as missing")
  func leavesOutUnknownBranches() throws {
    let template = "{% if event is defined %}{{ event.name }}{% endif %}{{ nick|default('-') }}"
    #expect(try rendered(template, articleModel, article()) == "-")
  }

  @Test("follows types through loops, filters and groups")
  func followsTypes() {
    let model = RecordModel(
      name: "context",
      fields: [
        FieldModel(
          "rows",
          .list(
            .record(
              RecordModel(
                name: "row",
                fields: [FieldModel("kind", .text, ""), FieldModel("n", .integer, "")]))), "")
      ])
    let template = """
      {% for g in rows|groupby('kind') %}{{ g.grouper }}{% for r in g.list %}{{ r.m }}{% endfor %}{% endfor %}\
      {% for kind, list in rows|selectattr('n')|groupby('kind') %}{{ list[0].x }}{% endfor %}\
      {{ (rows|sort(attribute='n')|first).y }}{{ rows|sum('z') }}
      """
    let found = loaded(template, model).diagnostics.map(\.message)
    #expect(
      Set(found) == [
        "unknown field `m` on row", "unknown field `x` on row", "unknown field `y` on row",
        "unknown field `z` on row",
      ])
  }

  @Test("refuses a page that does not fit its model")
  func refusesUnfitPage() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("n", .integer, "")])
    let set = try #require(loaded("{{ n }}", model).set)
    let error = #expect(throws: TemplateError.self) {
      try set.render("page.html", .record([.text("x")]))
    }
    #expect(error?.diagnostic.message == "`n` should be integer, is text")
  }
}
