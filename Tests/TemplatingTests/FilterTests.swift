import Basics
import Templating
import Testing

/// Expected texts of Jinja2's own filters were checked on Jinja2 3.1.6.
@Suite("filters and tests")
struct FilterTests {
  @Test(
    "filters texts",
    arguments: [
      ("'heLLo wörld'|title", "Hello Wörld"), ("'ÖL'|lower", "öl"), ("'ß'|upper", "SS"),
      ("'fOO bAR'|capitalize", "Foo bar"), ("' a '|trim ~ '|'", "a|"), ("'xxaxx'|trim('x')", "a"),
      ("'ab'|center(5) ~ '|'", "  ab |"), ("'aXbXc'|replace('X', '-', 1)", "a-bXc"),
      ("'é'|replace('', '-')", "-é-"), ("'aé日'|replace('', '.', 2)", ".a.é日"),
      ("''|replace('', '-')", "-"), ("'foo bar baz qux'|truncate(9)", "foo..."),
      ("'foo bar baz qux'|truncate(9, True)", "foo ba..."),
      ("'foo bar baz qux'|truncate(11)", "foo bar baz qux"),
      ("'foo bar baz qux'|truncate(11, False, '...', 0)", "foo bar..."),
      ("'a\\nb\\n\\nc'|indent(2)", "a\n  b\n\n  c"),
      ("'the quick brown fox'|wordwrap(9)", "the quick\nbrown fox"),
      ("'well-known words'|wordwrap(6)", "well-\nknown\nwords"),
      ("'héllo big_word 3x'|wordcount", "3"),
      ("'<p>a &amp; <!-- x --> b</p>'|striptags", "a & b"),
      (
        "'&Eacute;t&eacute;, 3&nbsp;&euro; &le; &pi; &apos;&thetasym;&#x2192; &nix; &eacute'|striptags",
        "Été, 3\u{A0}€ ≤ π 'ϑ→ &nix; &eacute"
      ),
      ("'a b/ö?'|urlencode", "a%20b/%C3%B6%3F"),
      ("{'a': 'x y', 'b': 1}|urlencode", "a=x+y&b=1"), ("'abc'|reverse", "cba"),
      ("'abc'|first", "a"), ("missing|wordcount", "0"), ("125|wordcount", "1"),
      ("'[]], abcdefghij'|wordwrap(5)|replace(' ', '_')", "[]],_\nabcde\nfghij"),
      ("[1, 2]|truncate(5)", "[1, 2]"),
      ("1234567|filesizeformat", "1.2 MB"), ("1024|filesizeformat(true)", "1.0 KiB"),
      ("1|filesizeformat", "1 Byte"),
      ("{'b': [1, none], 'a': 'é<'}|tojson", #"{"a": "\u00e9\u003c", "b": [1, null]}"#),
      ("{10: 'a', 9.5: 'b', true: 'c'}|tojson", #"{"true": "c", "9.5": "b", "10": "a"}"#),
      ("{none: 1}|tojson", #"{"null": 1}"#),
      ("[1, {'a': 2}]|tojson(indent=1)", "[\n 1,\n {\n  \"a\": 2\n }\n]"),
    ])
  func filtersTexts(expression: String, output: String) throws {
    #expect(try rendered("{{ \(expression) }}") == output)
  }

  @Test(
    "filters numbers",
    arguments: [
      ("2.5|round", "2.0"), ("3.5|round", "4.0"), ("42.55|round(1, 'floor')", "42.5"),
      ("21.3|round(-1, 'ceil')", "30.0"), ("25|round(-1)", "20"), ("35|round(-1)", "40"),
      ("-25|round(-1)", "-20"), ("-151|round(-2)", "-200"), ("25.0|round(-1)", "20.0"),
      ("true|round(-1)", "0"), ("26|round(-30)", "0"), ("25|round(-1, 'ceil')", "30.0"),
      ("5000000000000000000|round(-19)", "0"),
      ("9223372036854775807|round(-18)", "9000000000000000000"),
      ("2.675|round(2)", "2.67"), ("7|round", "7"), ("'42.9'|int", "42"), ("'x'|int(3)", "3"),
      ("'0x1f'|int(base=16)", "31"),
      ("'1e10000'|int", "0"), ("'1e3'|float", "1000.0"), ("-3|abs", "3"), ("[1, 2.5]|sum", "3.5"),
    ])
  func filtersNumbers(expression: String, output: String) throws {
    #expect(try rendered("{{ \(expression) }}") == output)
  }

  private static let least = "(-9223372036854775807 - 1)"

  @Test(
    "refuses or takes the least and the greatest whole number without stopping",
    arguments: [
      ("2.5|round(\(least))", "`round` to -9223372036854775808 places"),
      ("-1e300|filesizeformat", "`filesizeformat` cannot show -1e+300 bytes"),
      ("range(0, \(least), -1)|length", "a range of more than 100000 numbers"),
      ("range(\(least))|length", "0"), ("'ab'|center(\(least))", "ab"),
      ("'abc'|truncate(3, leeway=9223372036854775807)", "abc"),
      ("\(least)|abs", "the result is too large for a whole number"),
      ("'abc'|center(9223372036854775807)", "too wide"), ("-3|filesizeformat", "-3 Bytes"),
      ("\(least)|number", "\u{2212}9,223,372,036,854,775,808"),
      ("9223372036854775807|round(-1)", "the result is too large for a whole number"),
      ("\(least)|round(-19)", "the result is too large for a whole number"),
      ("1e300|number", "`number` cannot show 1e+300"),
      ("1e19|number", "`number` cannot show 1e+19"),
      ("-1e19|decimal", "`decimal` cannot show -1e+19"),
      ("('inf'|float)|percent", "`percent` cannot show inf"),
      ("1e14|percent", "`percent` cannot show 100000000000000.0"),
      ("('nan'|float)|number", "`number` cannot show nan"),
      ("1e19|duration", "`duration` cannot show 1e+19 seconds"),
      ("1.5|decimal(1000)", "`decimal` shows 0 to 6 places, not 1000"),
      ("1.5|percent(30)", "`percent` shows 0 to 6 places, not 30"),
      ("1.5|decimal(-1)", "`decimal` shows 0 to 6 places, not -1"),
    ])
  func survivesExtremeNumbers(expression: String, output: String) throws {
    let found: String
    do {
      found = try rendered("{{ \(expression) }}")
    } catch {
      found = "\(error)"
    }
    #expect(found.contains(output), "\(found)")
  }

  @Test(
    "filters lists",
    arguments: [
      ("[none, 1, none]|map('default', 'x')|list", "[None, 1, None]"),
      ("[missing, other]|sort|join('-')", "-"), ("[{}, {}]|sort", "[{}, {}]"),
      ("[{'a': 1}]|map(attribute='b', default=none)|list", "[Undefined]"),
      ("false|map('upper')|list", "[]"),
      ("['b', 'A', 'c']|sort|join", "Abc"), ("['b', 'A']|sort(case_sensitive=true)|join", "Ab"),
      ("[3, 1, 2]|sort(reverse=true)", "[3, 2, 1]"), ("['a', 'A', 'b']|unique|join", "ab"),
      ("[1, 2, 3, 4, 5]|batch(2, 0)|list", "[[1, 2], [3, 4], [5, 0]]"),
      ("[1, 2, 3, 4, 5]|slice(3)|list", "[[1, 2], [3, 4], [5]]"),
      ("{'b': 1, 'a': 2}|dictsort", "[('a', 2), ('b', 1)]"),
      ("{'b': 1, 'a': 2}|items|list", "[('b', 1), ('a', 2)]"),
      ("[{'n': {'v': 2}}, {'n': {'v': 3}}]|sum('n.v')", "5"),
      ("[{'n': 2}, {'n': 1}]|min(attribute='n')", "{'n': 1}"),
      (
        "[{'n': 'b', 'k': 1}, {'n': 'a', 'k': 1}]|sort(attribute='k,n')|map(attribute='n')|join",
        "ab"
      ),
      ("[{'n': 1}, {}]|map(attribute='n', default=9)|list", "[1, 9]"),
      ("['a', 'b']|map('replace', 'a', 'x')|join", "xb"),
      ("[1, 2, 3]|select('gt', 1)|list", "[2, 3]"), ("[1, 2, 3]|reject('odd')|list", "[2]"),
      ("[{'a': 1}, {'a': 0}]|selectattr('a')|list", "[{'a': 1}]"),
      ("[{'a': 1}, {'a': 2}]|rejectattr('a', 'eq', 1)|list", "[{'a': 2}]"),
      ("[1, 2]|join(', ')", "1, 2"), ("[]|first is undefined", "True"), ("'ab'|list", "['a', 'b']"),
    ])
  func filtersLists(expression: String, output: String) throws {
    #expect(try rendered("{{ \(expression) }}") == output)
  }

  @Test("writes no JSON for what is no number, but where Jinja2 is followed")
  func writesFiniteJSON() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("n", .number, "")])
    for number in [Double.nan, .infinity, -.infinity] {
      for expression in ["n", "[n]", "{'a': n}"] {
        let script = "<script type=\"application/json\">{{ \(expression)|tojson }}</script>"
        let set = try #require(loaded(script, model).set)
        let error = #expect(throws: TemplateError.self) {
          try set.render("page.html", .record([.number(number)]))
        }
        #expect(error?.diagnostic.message.hasSuffix(" has no JSON") == true)
      }
    }
    #expect(try rendered("{{ [n]|tojson }}", [("n", .number(.nan))]) == "[NaN]")
  }

  @Test("groups by a field, and unpacks groups")
  func groupsByField() throws {
    let template = """
      {% for g in rows|groupby('k') %}{{ g.grouper }}:{{ g.list|map(attribute='v')|join }} {% endfor %}\
      {% for k, list in rows|groupby('z', default='-') %}{{ k }}{{ list|length }}{% endfor %}
      """
    let row = { (k: String, v: Int) -> TemplateValue in
      .map([TemplateMapEntry("k", .text(k)), TemplateMapEntry("v", .integer(v))])
    }
    let rows = TemplateValue.list([row("b", 1), row("a", 2), row("B", 3)])
    #expect(try rendered(template, [("rows", rows)]) == "a:2 b:13 -3")
  }

  @Test(
    "keeps markup markup",
    arguments: [
      ("'<b>'|safe", "<b>"), ("'<b>'|safe|upper", "<B>"), ("'<b>'|e|e", "&lt;b&gt;"),
      ("['<', '<b>'|safe]|join", "&lt;<b>"), ("('<b>'|safe) ~ t", "<b>&lt;i&gt;"),
      ("t + ('<b>'|safe)", "&lt;i&gt;<b>"),
      ("'x'|replace('x', '<')", "&lt;"), ("('<b>'|safe)|replace('b', '<')", "<&lt;>"),
      ("t|striptags", ""), ("t|safe|title", "&lt;I&gt;"),
    ])
  func keepsMarkup(expression: String, output: String) throws {
    #expect(
      try rendered("{{ \(expression) }}", [("t", .text("<i>"))], autoescape: true) == output)
  }

  @Test(
    "tests values",
    arguments: [
      "1 is odd", "2 is even", "6 is divisibleby 3", "x is undefined", "none is none",
      "true is boolean", "1 is integer",
      "1.0 is float", "true is number", "'a' is string", "{} is mapping", "'a' is iterable",
      "[] is sequence", "1 is not string",
      "'a' is lower", "'A1' is upper", "('a'|e) is escaped", "1 is in [1]", "1 is eq 1",
      "1 is lessthan 2", "2 is ge(2)", "true is true",
      "1 is not true", "none is sameas none",
    ])
  func testsValues(expression: String) throws {
    #expect(try rendered("{{ \(expression) }}") == "True")
  }

  @Test("shows figures and days as Basics does")
  func showsFigures() throws {
    #expect(
      try rendered("{{ 1284|number }} {{ -1284|number }}")
        == "\(numberText(1284)) \(numberText(-1284))")
    #expect(try rendered("{{ 5.94|decimal }} {{ 5|decimal(places=2) }}") == "5.9 5.00")
    #expect(try rendered("{{ 0.714|percent }} {{ 0.714|percent(1) }}") == "71% 71.4%")
    #expect(
      try rendered("{{ 0.12344|percent(2) }} {{ 8e15|number }}")
        == "12.34% 8,000,000,000,000,000")
    #expect(try rendered("{{ 11100|duration }}") == durationText(seconds: 11_100))
    let day = try #require(CalendarDay("2026-10-31"))
    for given in ["2026-10-31", "2026-10-31T23:59:59Z", "2026-11-01T01:00:00+02:00"] {
      #expect(try rendered("{{ d|date }}", [("d", .text(given))]) == longDateText(day))
      #expect(try rendered("{{ d|shortdate }}", [("d", .text(given))]) == shortDateText(day))
      #expect(try rendered("{{ d|isodate }}", [("d", .text(given))]) == "2026-10-31")
    }
    #expect(throws: TemplateError.self) { try rendered("{{ '31.10.2026'|date }}") }
  }

  @Test("infers a model from values that come without one")
  func infersModel() {
    let (model, page) = RecordModel.inferred(
      from: [
        TemplateMapEntry("a", .integer(1)),
        TemplateMapEntry("b", .list([.map([TemplateMapEntry("c", .text("x"))])])),
        TemplateMapEntry("d", .list([.integer(1), .text("x")])), TemplateMapEntry("e", .none),
      ], named: "context")
    let inner = RecordModel(name: "b", fields: [FieldModel("c", .text, "")])
    #expect(
      model.fields.map(\.type) == [.integer, .list(.record(inner)), .list(.any), .optional(.any)])
    #expect(
      page
        == .record([
          .integer(1), .list([.record([.text("x")])]), .list([.integer(1), .text("x")]), .none,
        ]))
  }
}
