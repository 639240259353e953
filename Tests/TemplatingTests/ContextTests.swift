import Basics
import Templating
import Testing

@Suite("escaping by context")
struct ContextTests {
  @Test(
    "escapes a value by its place",
    arguments: [
      ("<p>{{ page.title }}</p>", "<p>A &amp; B</p>"),
      ("<p title=\"{{ page.title }}\">", "<p title=\"A &amp; B\">"),
      ("<title>{{ page.title }}</title>", "<title>A &amp; B</title>"),
      ("<a href=\"{{ page.url }}\">", "<a href=\"../a.html\">"),
      ("<a href=\"/x/{{ page.title }}\">", "<a href=\"/x/A%20&amp;%20B\">"),
      ("<a href=\"/x?q={{ page.title }}&amp;b\">", "<a href=\"/x?q=A%20%26%20B&amp;b\">"),
      ("<a href=\"{{ page.url }}?q={{ page.title }}\">", "<a href=\"../a.html?q=A%20%26%20B\">"),
      ("<a href=\"mailto:{{ page.title }}\">", "<a href=\"mailto:A%20%26%20B\">"),
      (
        "<link rel=\"stylesheet\" href=\"{{ stylesheet }}\">",
        "<link rel=\"stylesheet\" href=\"../style.css\">"
      ),
      (
        "<link rel=\"canonical\" href=\"{{ page.url }}\">",
        "<link rel=\"canonical\" href=\"../a.html\">"
      ),
      (
        "<script type=\"application/json\">{{ page.data }}</script>",
        "<script type=\"application/json\">{\"a\":\"\\u003c/script\\u003e\"}</script>"
      ),
      (
        "<script type=\"application/ld+json\">{\"n\": {{ page.title|tojson }}}</script>",
        "<script type=\"application/ld+json\">{\"n\": \"A \\u0026 B\"}</script>"
      ),
      (
        "<i style=\"width: {{ page.views }}%; color: {{ page.colour }}\">",
        "<i style=\"width: 1284%; color: #1f6f43\">"
      ),
      ("<style>p { color: {{ page.colour }}; }</style>", "<style>p { color: #1f6f43; }</style>"),
      (
        "<rect fill=\"{{ page.colour }}\" width=\"{{ page.views }}\"/>",
        "<rect fill=\"#1f6f43\" width=\"1284\"/>"
      ),
      (
        "<img srcset=\"{{ stylesheet }} 1x, {{ stylesheet }} 2x\">",
        "<img srcset=\"../style.css 1x, ../style.css 2x\">"
      ),
      ("<li{% if page.views %} class=\"a\"{% endif %}>x", "<li class=\"a\">x"),
      ("<li class=\"a{% if page.views %} b{% endif %}\">", "<li class=\"a b\">"),
      ("<x-card kind=\"{{ page.title }}\">", "<x-card kind=\"A &amp; B\">"),
      ("<b data-x='{{ page.title }}'>", "<b data-x='A &amp; B'>"),
      (
        "<script>let a = 1 < 2;</script>{{ page.title }}",
        "<script>let a = 1 < 2;</script>A &amp; B"
      ),
      (
        "<title>a {% block t %}{{ page.title }} - b{% endblock %}</title><p class=\"x{% if page.views %} y z{% endif %}\">",
        "<title>a A &amp; B - b</title><p class=\"x y z\">"
      ),
      ("<a href=\"/a{% if page.views %}/b{% endif %}\">", "<a href=\"/a/b\">"),
      (
        "<style>{% for t in page.tags %}p { width: {{ page.views }}px; }{% endfor %}</style>",
        "<style>p { width: 1284px; }p { width: 1284px; }</style>"
      ),
      (
        "<script type=\"application/json\">[{% for t in page.tags %}{{ t|tojson }},{% endfor %}1]</script>",
        "<script type=\"application/json\">[\"x\",\"y\",1]</script>"
      ),
      ("a < b {{ page.title }}", "a < b A &amp; B"),
      ("<!-- <p> -->{{ page.title }}", "<!-- <p> -->A &amp; B"),
    ])
  func escapesByPlace(template: String, output: String) throws {
    #expect(try rendered(template, articleModel, article()) == output)
  }

  @Test(
    "refuses a value that no escaping makes safe",
    arguments: [
      ("<{{ page.title }}>", "T012"), ("<p {{ page.title }}>", "T012"),
      ("<p {{ page.title }}=\"x\">", "T012"), ("<p title={{ page.title }}>", "T012"),
      ("<p title=a{{ page.title }}>", "T012"), ("<p x{{ page.title }}=\"\">", "T012"),
      ("<b{{ page.title }}>", "T012"), ("<p onclick=\"{{ page.title }}\">", "T012"),
      ("<iframe srcdoc=\"{{ page.title }}\">", "T012"), ("<!-- {{ page.title }} -->", "T012"),
      ("<!DOCTYPE {{ page.title }}>", "T012"), ("&am{{ page.title }}", "T012"),
      ("<p title=\"&am{{ page.title }}\">", "T012"),
      ("<meta http-equiv=\"refresh\" content=\"{{ page.title }}\">", "T012"),
      ("<meta content=\"{{ page.title }}\" http-equiv=\"refresh\">", "T012"),
      ("<script>{{ page.title }}</script>", "T012"),
      ("<script>let a = \"{{ page.title }}\";</script>", "T012"),
      ("<script>let a = `${ {{ page.data }} }`;</script>", "T012"),
      ("<script type=\"text/babel\">{{ page.data }}</script>", "T012"),
      ("<script type=\"module\">{{ page.data }}</script>", "T012"),
      ("<script type=\"{{ page.title }}\"></script>", "T012"),
      ("<script type=\"application/json\">{{ page.title }}</script>", "T012"),
      ("<script type=\"application/json\">\"{{ page.data }}\"</script>", "T012"),
      ("<p style=\"{{ page.title }}\">", "T012"), ("<p style=\"{{ page.colour }}\">", "T012"),
      ("<p style=\"color: {{ page.title }}\">", "T012"),
      ("<p style=\"background: url({{ page.colour }})\">", "T012"),
      ("<p style=\"font: '{{ page.colour }}'\">", "T012"),
      ("<style>{{ page.colour }} { color: red }</style>", "T012"),
      ("<style>p { color: red; } /* {{ page.colour }} */</style>", "T012"),
      ("<rect fill=\"{{ page.title }}\">", "T012"),
      ("<rect fill=\"url({{ page.colour }}\">", "T012"),
      ("<animate to=\"{{ page.title }}\">", "T012"), ("<set values=\"{{ page.title }}\">", "T012"),
      ("<a ping=\"{{ page.url }}\">", "T012"), ("<p unknown=\"{{ page.title }}\">", "T012"),
      ("<title>{{ page.body }}</title>", "T012"), ("<p title=\"{{ page.body }}\">", "T012"),
      ("<p title=\"{{ page.title|safe }}\">", "T012"),
      ("<a href=\"data:x/{{ page.title }}\">", "T014"),
      ("<a href=\"a&#58;/{{ page.title }}\">", "T014"),
      ("<a href=\"java:?a#{{ page.title }}\">", "T014"),
      ("<a href=\"java{{ page.title }}\">", "T014"), ("<a href=\"{{ page.title }}x:y\">", "T014"),
      ("<a href=\"{{ page.url }}{{ page.title }}\">", "T014"),
      ("<a href=\"javascript:{{ page.title }}\">", "T014"),
      ("<a href=\"javascript:x/{{ page.title }}\">", "T014"),
      ("<a href=\"java&#115;cript:{{ page.title }}\">", "T014"),
      ("<a href=\" data:text/html,{{ page.title }}\">", "T014"),
      ("<script src=\"{{ page.url }}\"></script>", "T014"),
      ("<link rel=\"stylesheet\" href=\"{{ page.url }}\">", "T014"),
      ("<link href=\"{{ page.url }}\" rel=\"stylesheet\">", "T014"),
      ("<link href=\"{{ page.url }}\">", "T014"), ("<base href=\"{{ page.url }}\">", "T014"),
      ("<iframe src=\"{{ page.url }}\"></iframe>", "T014"),
      ("<object data=\"{{ page.url }}\"></object>", "T014"),
      ("<img srcset=\"{{ page.url }} 2x\">", "T014"),
      ("<p{% if page.views %} title=\"{% endif %}x\">", "T013"),
      ("{% if page.views %}<p {% endif %}>", "T013"),
      ("{% for t in page.tags %}<p {% endfor %}>", "T013"),
      ("<p title=\"{% if page.views %}\"{% endif %}\">", "T013"),
      ("<p class=\"a\"{% if page.views %}id=\"b\"{% endif %}>", "T013"),
      ("<a href=\"/a{% if page.views %}?b={% endif %}{{ page.title }}\">", "T013"),
      ("{% macro m() %}<p {% endmacro %}{{ m() }}>", "T013"),
      ("<p title=\"{% block a %}\"{% endblock %}>", "T013"), ("<p", "T013"),
    ])
  func refusesUnsafePlace(template: String, code: String) {
    let found = loaded(template, articleModel).diagnostics
    #expect(found.contains { $0.code.id == code })
  }

  @Test(
    "says how a branch within one place ends elsewhere than it starts",
    arguments: [
      (
        "<a href=\"{% if page.views %}/a{% endif %}\">",
        "this branch starts and ends inside the attribute `href`, but at two different points of it",
        "write the whole attribute in it, or one value: `{{ … if … else … }}`"
      ),
      (
        "{% if page.views %}<svg>{% endif %}",
        "this branch starts and ends in text, but at two different points of it",
        "begin and end in the same place"
      ),
    ])
  func saysWhatIsUneven(template: String, message: String, fix: String) {
    let found = loaded(template, articleModel).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.fix) == [fix])
  }

  @Test(
    "refuses addresses with a scheme that runs code",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:1", " javascript:1", "java\tscript:1", "\u{1}javascript:1",
      "data:text/html,x", "vbscript:x", "file:///etc", "x:y", "a b:c",
    ])
  func refusesScheme(address: String) throws {
    #expect(SafeURL(address) == nil)
    let model = RecordModel(name: "context", fields: [FieldModel("u", .text, "")])
    let set = try #require(loaded("<a href=\"{{ u }}\">x</a>", model).set)
    let error = #expect(throws: TemplateError.self) {
      try set.render("page.html", .record([.text(address)]))
    }
    #expect(error?.diagnostic.code.id == "T014")
  }

  @Test(
    "allows addresses that cannot run code",
    arguments: [
      "https://a.example/?b=c#d", "http://x", "mailto:a@b.example", "tel:+49", "../a.html",
      "a.html",
      "/a:b", "?a:b", "#a:b", "//host/a", "", "a/b:c",
    ])
  func allowsScheme(address: String) {
    #expect(SafeURL(address)?.text == address)
  }

  @Test("accepts style values that cannot leave their property")
  func acceptsStyles() {
    for text in ["12px", "-1.5rem", "40%", "0", ".5em", "#fff", "#1f6f43", "bold", "inline-block"] {
      #expect(SafeStyle(text) != nil)
    }
    for text in ["", "url(x)", "12 px", "#ff", "a;b", "expression(1)", "1px}", "-", "#12345g"] {
      #expect(SafeStyle(text) == nil)
    }
  }

  @Test("writes NUL and Jinja2's references")
  func escapesText() throws {
    let model = RecordModel(name: "context", fields: [FieldModel("t", .text, "")])
    let hostile = "\0&<>\"'abcdefgh&ijklmnop<"
    #expect(
      try rendered("{{ t }}", model, .record([.text(hostile)]))
        == "\u{FFFD}&amp;&lt;&gt;&#34;&#39;abcdefgh&amp;ijklmnop&lt;")
  }
}
