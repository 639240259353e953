import Templating
import Testing

/// Each expected text was checked on Jinja2 3.1.6.
@Suite("language")
struct LanguageTests {
  @Test(
    "computes as Python does",
    arguments: [
      ("2**3**2", "64"), ("-2**2", "4"), ("-2|abs", "2"), ("4/2", "2.0"), ("7//2", "3"),
      ("-7//2", "-4"), ("-7 % 3", "2"), ("7 % -3", "-2"), ("7.5 % 2", "1.5"), ("2**-1", "0.5"),
      ("not true == false", "True"), ("'a' 'b'", "ab"), ("1 < 2 < 3", "True"),
      ("'1' ~ 2 * 3", "16"), ("'x' * 3", "xxx"), ("[1] + [2]", "[1, 2]"), ("true + 1", "2"),
      ("1e16", "1e+16"), ("123456789012345.6", "123456789012345.6"), ("0.00001", "1e-05"),
      ("0.0001", "0.0001"), ("1e300 * 10", "1e+301"), ("(1,)", "(1,)"), ("{'a': 1}", "{'a': 1}"),
      ("\"it's\"|list|first ~ ['it\\'s']", "i[\"it's\"]"), ("none", "None"), ("1 if 0", ""),
      ("'a' if 0 else 'b' if 1 else 'c'", "b"), ("'ab' in 'cabd'", "True"),
      ("2 not in [1, 2]", "False"), ("[1, 2, 3][-1]", "3"), ("'héllo'[1]", "é"),
      ("[1, 2, 3, 4][1:3]", "[2, 3]"), ("'abc'[::-1]", "cba"), ("[[1]].0.0", "1"),
      ("'\\u00e9\\x41\\t|'", "éA\t|"), ("0x1F + 0b11 + 0o17 + 1_000", "1049"),
    ])
  func computesAsPython(expression: String, output: String) throws {
    #expect(try rendered("{{ \(expression) }}") == output)
  }

  @Test(
    "keeps Jinja2's scopes",
    arguments: [
      ("{% set x = 1 %}{% for i in [2] %}{% set x = i %}{% endfor %}{{ x }}", "1"),
      ("{% if true %}{% set x = 1 %}{% endif %}{{ x }}", "1"),
      ("{% set a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}", "211"),
      (
        "{% set n = namespace(x=0) %}{% for i in [1, 2] %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}",
        "3"
      ),
      ("{% set a, b = 1, 2 %}{% set a, b = b, a %}{{ a }}{{ b }}", "21"),
      (
        "{% for x in [1, 2] %}{% if x == 2 %}{% set y = x %}{% endif %}[{{ y }}]{% endfor %}",
        "[][2]"
      ),
      (
        "{% set x = 1 %}{% if x > 1 %}{% set x = 2 %}{% else %}{% set x = 3 %}{% endif %}{{ x }}",
        "3"
      ),
      ("{% set x %}a{{ 1 }}{% endset %}{{ x|upper }}", "A1"),
      ("{% set x | upper %}a{% endset %}{{ x }}", "A"),
      ("{% filter upper|replace('A', 'b') %}a{% endfilter %}", "b"),
    ])
  func keepsScopes(template: String, output: String) throws {
    #expect(try rendered(template) == output)
  }

  @Test(
    "runs loops",
    arguments: [
      ("{% for x in [1, 2, 3] %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/3 2/3 3/3 "),
      ("{% for x in [] %}a{% else %}none{% endfor %}", "none"),
      ("{% for k, v in {'a': 1}|items %}{{ k }}={{ v }}{% endfor %}", "a=1"),
      (
        "{% for x in [1, 2, 3, 4] if x is even %}{{ x }}:{{ loop.length }} {% endfor %}", "2:2 4:2 "
      ),
      ("{% for x in range(9) %}{% if x == 3 %}{% break %}{% endif %}{{ x }}{% endfor %}", "012"),
      ("{% for x in range(4) %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% endfor %}", "023"),
      ("{% for x in 'ab' %}{{ loop.cycle('o', 'e') }}{{ x }}{% endfor %}", "oaeb"),
      ("{% for x in [1, 1, 2] %}{{ loop.changed(x) }} {% endfor %}", "True False True "),
      ("{% for x in [1, 2] %}{{ loop.previtem }}{{ loop.nextitem }},{% endfor %}", "2,1,"),
      (
        "{% for a in [1, 2] %}{% set o = loop %}{% for b in [3] %}{{ o.index }}{% endfor %}{% endfor %}",
        "12"
      ),
      (
        "{% for x in [[1, [2]], 3] recursive %}{% if x is iterable %}<{{ loop(x) }}>{% else %}{{ x }}{{ loop.depth }}{% endif %}{% endfor %}",
        "<12<23>>31"
      ),
    ])
  func runsLoops(template: String, output: String) throws {
    #expect(try rendered(template) == output)
  }

  @Test(
    "calls macros",
    arguments: [
      ("{% macro m(a, b='x') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(2, b=3) }}", "1x23"),
      (
        "{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
        "3210"
      ),
      ("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}", "B"),
      (
        "{% macro m() %}{{ varargs|join('-') }}{{ kwargs.z }}{% endmacro %}{{ m(1, 2, z=3) }}",
        "1-23"
      ),
      (
        "{% macro m() %}[{{ caller(1) }}{{ caller(2) }}]{% endmacro %}{% call(x) m() %}<{{ x }}>{% endcall %}",
        "[<1><2>]"
      ),
      (
        "{% macro outer(x) %}{% macro inner() %}{{ x }}{% endmacro %}{{ inner() }}{% endmacro %}{{ outer(1) }}{{ outer(2) }}",
        "12"
      ),
      (
        "{% macro tree(n) %}{% for c in n recursive %}{{ c.v }}{% if c.k %}({{ loop(c.k) }}){% endif %}{% endfor %}{% endmacro %}{{ tree([{'v': 1, 'k': [{'v': 2}]}]) }}",
        "1(2)"
      ),
      ("{% macro m() %}a{% endmacro %}{% set x = m() ~ m() %}{{ x|upper }}", "AA"),
      ("{% set v = 1 %}{% macro m(v=v) %}[{{ v }}]{% endmacro %}{{ m() }}{{ m(2) }}", "[][2]"),
      ("{% set b = 1 %}{% macro m(a=b, b=2) %}[{{ a }}{{ b }}]{% endmacro %}{{ m() }}", "[2]"),
      ("{% set c = cycler(1, 2) %}{{ c.current }}{{ c.next() }}{{ c.current }}", "112"),
    ])
  func callsMacros(template: String, output: String) throws {
    #expect(try rendered(template) == output)
  }

  @Test(
    "strips white space as told",
    arguments: [
      ("a  {%- if true -%}  b  {%- endif %} c", "ab c"), ("a {{- 1 -}} b", "a1b"),
      ("a {#- c -#} b", "ab"), ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
      ("a\r\nb\r\n", "a\nb"), ("a\n\n", "a\n"),
    ])
  func stripsWhitespace(template: String, output: String) throws {
    #expect(try rendered(template) == output)
  }

  @Test("trims blocks and strips lines when asked")
  func trimsBlocks() throws {
    let template = "  {% if true %}\n  a\n  {% endif %}\nb"
    let output = try rendered(template) { options in
      options.trimBlocks = true
      options.lstripBlocks = true
    }
    #expect(output == "  a\nb")
  }

  @Test("inherits blocks with super, scoped and self")
  func inheritsBlocks() throws {
    let templates = [
      "base.html":
        "<{% block a %}A{% endblock %}|{% for i in [1, 2] %}{% block b scoped %}{% endblock %}{% endfor %}>{{ self.a() }}",
      "middle.html":
        "{% extends 'base.html' %}{% set v = 'V' %}{% block a %}m{{ super() }}{% endblock %}",
    ]
    let output = try rendered(
      "{% extends 'middle.html' %}{% block a %}p{{ super() }}{{ v }}{% endblock %}{% block b %}{{ i }}{% endblock %}",
      templates: templates)
    #expect(output == "<pmAV|12>pmAV")
  }

  @Test(
    "switches escaping by the text a tag stands in",
    arguments: [
      ("{% autoescape true %}{{ '<' }}{% endautoescape %}{{ '<' }}", "&lt;<"),
      ("{% autoescape true %}{% include 'part.html' %}{% endautoescape %}", "<"),
      (
        "{% from 'lib.html' import m %}{% autoescape true %}{{ m('<') }}{{ ['<', '&'|e]|join }}{% endautoescape %}",
        "[<]&lt;&amp;"
      ),
      (
        "{% autoescape true %}{% set x|length %}ab{% endset %}{{ [x] }}{% endautoescape %}",
        "[Markup(&#39;2&#39;)]"
      ),
      (
        "{% for x in [1, 2] %}{% autoescape true %}{% break %}{% endautoescape %}{% endfor %}{{ ['<', '&'|e]|join }}",
        "<&amp;"
      ),
    ])
  func switchesEscaping(template: String, output: String) throws {
    let templates = [
      "part.html": "{{ '<' }}", "lib.html": "{% macro m(x) %}[{{ x }}]{% endmacro %}",
    ]
    #expect(try rendered(template, templates: templates) == output)
  }

  @Test("includes and imports")
  func includesAndImports() throws {
    let templates = [
      "row.html": "[{{ x }}]",
      "forms.html": "text{% set base = 'b' %}{% macro field(n) %}{{ base }}{{ n }}{% endmacro %}",
    ]
    let output = try rendered(
      """
      {% for x in [7] %}{% include 'row.html' %}{% endfor %}\
      {% include 'none.html' ignore missing %}{% include ['none.html', 'row.html'] without context %}\
      {% import 'forms.html' as f %}{{ f.field(1) }}{{ f.base }}\
      {% from 'forms.html' import field as g %}{{ g(2) }}
      """, templates: templates)
    #expect(output == "[7][]b1bb2")
  }
}
