import Basics
import SiteBuild
import TestSupport
import Testing

/// Queries that templates ask for by name: `Templates/queries/rooms.sql`.
@Suite struct TemplateQueryTests {
  private static let talk = """
    SELECT community, value AS posts FROM measurements
    WHERE metric = 'activity.items' AND period = 'all' AND segment = 'all'
    """

  private static func home(_ text: String) -> String {
    "{% extends \"base.html\" %}{% block main %}<h1>T</h1>\(text){% endblock %}"
  }

  private static func build(_ text: String, _ queries: [String: String]) throws -> SampleBuild {
    var files = ["Templates/home.html": home(text)]
    for (name, sql) in queries { files["Templates/queries/\(name)"] = sql }
    return try SampleSite().with(files).build()
  }

  @Test func giveTheirRowsToTemplates() throws {
    let build = try Self.build(
      "{% for row in query(\"talk\").rows %}<p>{{ row.community }}: {{ row.posts | number }}</p>"
        + "{% endfor %}<pre>{{ query(\"talk\").sql }}</pre>", ["talk.sql": Self.talk])
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    #expect(build.page("index.html").contains("<p>makers: 3</p>"))
    #expect(build.page("index.html").contains("<pre>SELECT community, value AS posts"))
  }

  @Test func leadToPages() throws {
    let build = try Self.build(
      "{% for row in query(\"pages\").rows %}<a href=\"{{ row.page }}\">{{ row.name or '–' }}</a>"
        + "{{ row.missing }}{% endfor %}",
      ["pages.sql": "SELECT page, name, NULL AS missing FROM communities"])
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    #expect(build.page("index.html").contains("<a href=\"communities/makers/\">Makers</a>none"))
  }

  @Test(arguments: [
    (
      "{{ query(\"tlk\").rows | length }}", ["talk.sql": talk],
      """
      error[T003]: there is no query `tlk`
        --> Templates/home.html:1:61
      1 | {% extends "base.html" %}{% block main %}<h1>T</h1>{{ query("tlk").rows | length }}{% endblock %}
        |                                                             ^^^^^ did you mean `talk`?
      """
    ),
    (
      "{{ query(\"talk\").rows | map(attribute='post') | join }}", ["talk.sql": talk],
      """
      error[T003]: unknown field `post` on row of `talk`
      """
    ),
    (
      "{% for row in query(\"talk\").rows %}{{ row.posts }}{% endfor %}",
      ["talk.sql": talk.replacing("value AS", with: "valeu AS")],
      """
      error[S041]: no such column: valeu
        --> Templates/queries/talk.sql:1:19
      1 | SELECT community, valeu AS posts FROM measurements
        |                   ^ did you mean `value`?
      """
    ),
    (
      "x", ["Talk.sql": talk],
      """
      error[S041]: `Talk` is no name for a query
        --> Templates/queries/Talk.sql:1:1
      1 | SELECT community, value AS posts FROM measurements
        | ^ write a small letter, then small letters, digits and `_`
      """
    ),
    (
      "x", ["talk.sql": "SELECT :room AS room"],
      """
      error[S041]: `:room` has no value here
      """
    ),
    (
      "x", ["talk.txt": "x"],
      """
      warning[S019]: `Templates/queries/talk.txt` is not read
        --> Templates/queries/talk.txt:1:1
        = fix: give queries the ending `.sql`
      """
    ),
  ])
  func sayWhatIsWrong(text: String, queries: [String: String], finding: String) throws {
    let found = try Self.build(text, queries).findings.filter { !$0.contains("S040") }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(finding) == true, "\(found)")
  }

  @Test func tellOfNoFewPeople() throws {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    let sql = """
      SELECT value - value * 0.99 AS n FROM measurements
      WHERE metric = 'contributors' AND period = 'all' AND segment = 'all'
      """
    try disk.write(Array(sql.utf8), to: SitePath("Templates/queries/few.sql"))
    let found = try SampleSite.build(disk).findings
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("error[S042]: `n` of row 1 is ") == true, "\(found)")
    #expect(found.first?.contains("--> Templates/queries/few.sql:1:1") == true)
  }

  @Test func areNotCalculatedWith() throws {
    let found = try Self.build(
      "{% for row in query(\"talk\").rows %}{{ row.posts - 1 }}{% endfor %}",
      ["talk.sql": Self.talk]
    ).findings
    #expect(
      found.contains { $0.hasPrefix("error[T018]: a value of the site's data is calculated") })
  }

  @Test func areNotCalculatedWithInARow() throws {
    let template = """
      {% extends "base.html" %}{% block main %}<h1>T</h1>\
      {% if entry.row %}{{ entry.words - entry.row.posts }}{% endif %}{% endblock %}
      """
    let found = try SampleSite().with(["Templates/section-page.html": template]).build().findings
    #expect(
      found.contains { $0.hasPrefix("error[T018]: a value of the site's data is calculated") })
  }

  @Test func showTheRowOfAPageFromData() throws {
    let template = """
      {% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1>\
      {% if entry.row %}<p>{{ entry.row.posts | number }} posts</p>{% endif %}{% endblock %}
      """
    let page = """
      ---
      title: "{{ row.community }}"
      pages_from: query
      query: q
      ---

      ```sql q
      \(Self.talk)
      ```
      """
    let build = try SampleSite().with([
      "Templates/section-page.html": template, "Content/rooms/each.md": page,
      "Content/rooms/plain.md": "---\ntitle: Plain\n---\n\nText.\n",
    ]).build()
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    #expect(build.page("rooms/makers/index.html").contains("<p>3 posts</p>"))
    #expect(!build.page("rooms/plain/index.html").contains("posts</p>"))
  }
}
