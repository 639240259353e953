import Basics
import SiteBuild
import TestSupport
import Testing

/// Files with `pages_from`: each row is a page, and the site knows it as it knows any other.
@Suite struct DataPageTests {
  /// A section with one file that is many pages.
  private func build(
    _ front: String, _ body: String, _ more: [String: String] = [:]
  ) throws -> SampleBuild {
    let file = "---\n\(front)\n---\n\n\(body)\n"
    return try SampleSite().with(["Content/rooms/each.md": file]).with(more).build()
  }

  private let front = """
    title: "Room {{ row.room }}"
    summary: "{{ row.posts | number }} posts."
    tags: [rooms]
    pages_from: query
    query: rooms
    """

  private let body = """
    It wrote {{ row.posts | number }} posts, {{ row.posts - 1 }} without the first; *{{ row.room }}*.

    ```sql rooms
    SELECT 'C++ & Café' AS room, 1200 AS posts UNION ALL SELECT '<b>', 7 UNION ALL SELECT 'yard', 30
    ORDER BY posts DESC
    ```
    """

  @Test func makesAPageOfEachRow() throws {
    let build = try build(front, body)
    #expect(build.findings == [])
    let page = build.page("rooms/c-cafe/index.html")
    #expect(page.contains("<h1>Room C++ &amp; Café</h1>"))
    #expect(page.contains("<p class=\"lead\">1,200 posts.</p>"))
    #expect(page.contains("It wrote 1,200 posts, 1199 without the first"), "\(page)")
    #expect(build.page("rooms/b/index.html").contains("<em>&lt;b&gt;</em>"))
    #expect(build.files["rooms/each/index.html"] == nil)
    // The rows' own query is told of beside the list, not on every page.
    #expect(!page.contains("SELECT"))
    #expect(build.page("rooms/index.html").contains("How “rooms” was computed"))
    #expect(build.files["rooms/query-rooms.csv"]?.contains("\"yard\",\"30\"") == true)
  }

  @Test func listsManyInParts() throws {
    let many = """
      ```sql rooms
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 501)
      SELECT 'r' || i AS room, i AS posts FROM n ORDER BY i DESC
      ```
      """
    let build = try build(front, many)
    #expect(build.findings == [])
    #expect(build.page("rooms/index.html").contains("href=\"r501/index.html\""))
    #expect(
      build.page("rooms/index.html").contains("<a rel=\"next\" href=\"page-2.html\">More pages</a>")
    )
    #expect(build.page("rooms/page-2.html").contains(">Pages before</a>"))
    #expect(build.page("rooms/r1/index.html").contains("<h1>Room r1</h1>"))
    // So many rows are in the files, and more than can be read on the page.
    #expect(build.files["rooms/query-rooms.csv"]?.split(separator: "\n").count == 502)
    #expect(!build.page("rooms/index.html").contains("<td"))
  }

  @Test func listsThemInTheOrderOfTheQuery() throws {
    let build = try build(
      front, body,
      ["Content/rooms/index.md": "---\ntitle: Rooms\n---\n\nAll [of them](each.md).\n"])
    #expect(build.findings == [])
    let list = build.page("rooms/index.html")
    #expect(order(["c-cafe/index.html", "yard/index.html", "b/index.html"], in: list))
    let page = build.page("rooms/yard/index.html")
    #expect(
      page.contains("<a rel=\"prev\" href=\"../c-cafe/index.html\">Before: Room C++ &amp; Café</a>")
    )
    #expect(page.contains("<a rel=\"next\" href=\"../b/index.html\">Next: Room &lt;b&gt;</a>"))
  }

  @Test func areKnownToTheWholeSite() throws {
    let dated = body.replacing("AS posts UNION", with: "AS posts, '2020-01-05' AS day UNION")
      .replacing("7 UNION", with: "7, '2020-01-06' UNION").replacing("30\n", with: "30, NULL\n")
    let build = try build(front + "\ndated: day", dated)
    #expect(build.findings == [])
    let feed = build.page("rooms/feed.xml")
    #expect(order(["/rooms/b/", "/rooms/c-cafe/"], in: feed))
    #expect(!feed.contains("/rooms/yard/"))
    #expect(
      build.page("sitemap.xml").contains("<loc>https://insights.example/reports/rooms/b/</loc>"))
    #expect(build.page("a-to-z/index.html").contains(">Room yard</a>"))
    #expect(build.page("tags/rooms/index.html").contains("../../rooms/yard/index.html"))
    #expect(build.page("rooms/b/index.html").contains("<time datetime=\"2020-01-06\">"))
  }

  @Test func leavesOutWhatIsStillToCome() throws {
    let dated = body.replacing("AS posts UNION", with: "AS posts, '2022-01-08' AS day UNION")
      .replacing("7 UNION", with: "7, '2022-01-09' UNION").replacing("30\n", with: "30, NULL\n")
    let build = try build(front + "\ndated: day", dated)
    #expect(build.heldBack == 1)
    #expect(build.files["rooms/c-cafe/index.html"] != nil)
    #expect(build.files["rooms/b/index.html"] == nil)
  }

  @Test func bindsParametersToTheRow() throws {
    let build = try build(
      front,
      body + """


        {{ query("one").first.twice }} is twice, {{ query("all").rows | length }} in all.

        ```sql one
        SELECT :posts * 2 AS twice, :room AS room
        ```

        ```sql all
        SELECT 1 AS x UNION SELECT 2
        ```

        ```table
        title: "All of {{ row.room }}"
        query: one
        ```
        """)
    #expect(build.findings == [])
    let page = build.page("rooms/c-cafe/index.html")
    #expect(page.contains("2400 is twice, 2 in all."), "\(page)")
    #expect(page.contains("All of C++ &amp; Café"))
    #expect(page.contains("-- :room is &#39;C++ &amp; Café&#39;\n"))
    #expect(build.page("rooms/yard/index.html").contains("60 is twice"))
    #expect(build.files["rooms/yard/fig-1.csv"] == "\"twice\",\"room\"\n\"60\",\"yard\"\n")
  }

  @Test func parametersAreNoText() throws {
    let build = try build(
      front,
      """
      {{ query("one").first.n }}

      ```sql rooms
      SELECT "' OR 1=1 --" AS room, 1 AS posts
      ```

      ```sql one
      SELECT count(*) AS n FROM communities WHERE name = :room
      ```
      """.replacing("\"' OR 1=1 --\"", with: "''' OR 1=1 --'"))
    #expect(build.findings == [])
    #expect(build.page("rooms/or-1-1/index.html").contains("<p>0</p>"))
  }

  @Test(
    "makes pages from what the site knows",
    arguments: [
      ("communities", "{{ row.name }}", "makers", "Makers"),
      ("codes", "{{ row.title }}", "criticism", "Criticism"),
      ("jobs", "{{ row.title }}", "join-wood", "Join wood"),
    ])
  func makesPagesFrom(kind: String, title: String, address: String, heading: String) throws {
    let build = try build(
      "title: \"\(title)\"\npages_from: \(kind)", "Text.",
      ["Content/jobs/join-wood.md": "---\ntitle: Join wood\nphrases: [glue]\n---\n"])
    #expect(build.findings.filter { !$0.contains("S040") } == [])
    #expect(build.page("rooms/\(address)/index.html").contains("<h1>\(heading)</h1>"))
  }

  @Test func meansTheCommunityOfTheRow() throws {
    let build = try build(
      "title: \"{{ row.name }}\"\npages_from: communities",
      "{{ measure(\"activity.threads\") | number }} questions.")
    #expect(build.findings == [])
    #expect(build.page("rooms/makers/index.html").contains("<p>2 questions.</p>"))
  }
}
