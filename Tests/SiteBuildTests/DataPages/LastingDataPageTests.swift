import Basics
import SiteBuild
import TestSupport
import Testing

/// Pages from data over time: builds after edits, sealed editions, ended consents, small groups.
@Suite struct LastingDataPageTests {
  private static func page(_ rows: [String], _ text: String = "Text.") -> String {
    let select = rows.map { "SELECT '\($0)' AS room" }.joined(separator: " UNION ALL ")
    return """
      ---
      title: "{{ row.room }}"
      pages_from: query
      query: q
      ---

      \(text) {{ row.room }}

      ```sql q
      \(select)
      ```

      """
  }

  /// A page of a row about the whole number of contributors.
  private static func contributors(
    _ column: String, _ condition: String = "", text: String = ""
  ) -> String {
    """
    ---
    title: T
    pages_from: query
    query: q
    ---

    \(text)

    ```sql q
    SELECT 'a' AS room, \(column) FROM measurements
    WHERE metric = 'contributors' AND period = 'all' AND segment = 'all' \(condition)
    ```
    """
  }

  private static let start = [
    "Content/site.yaml": "title: T\norganisation: Acme\nbase_url: https://acme.example/\n",
    "Content/notes/one.md": "---\ntitle: One\n---\n\nText.\n",
    "Content/rooms/each.md": page(["hall", "attic"]),
  ]

  @Test func standWhileOthersAreEdited() throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    try site.append("\nOne more.\n", to: "Content/notes/one.md")
    let build = try site.build()
    #expect(build.standing.contains("rooms/hall/index.html"))
    #expect(build.made.contains("notes/one/index.html"))
    #expect(try site.published() == site.publishedFromNothing())
  }

  @Test(
    "are all made again after an edit of their file",
    arguments: [
      page(["hall", "attic"], "Another text."), page(["hall", "attic", "yard"]), page(["yard"]),
      page(["attic"]),
    ])
  func areMadeAgain(text: String) throws {
    let site = try EditableSite(Self.start)
    _ = try site.build()
    try site.put(text, at: "Content/rooms/each.md")
    #expect(try site.build().standing.isEmpty)
    #expect(try site.published() == site.publishedFromNothing())
  }

  @Test func aRowThatIsGoneLeadsToTheList() throws {
    let asOf = Timestamp(CalendarDay(daysSinceEpoch: 19_000))
    let disk = try SampleSite().with(["Content/rooms/each.md": Self.page(["hall", "attic"])])
      .onDisk()
    let input = try #require(readSite(disk).input)
    let table = try #require(readMeasurements(disk, asOf: asOf).table)
    let sealing = sealEdition(
      input, on: try #require(CalendarDay("2020-01-31")), BuildSettings(asOf: asOf), newest: table)
    _ = try writeEdition(try #require(sealing.edition), replacing: false, to: disk)
    try disk.write(
      Array(Self.page(["hall"]).utf8), to: SitePath("Content/rooms/each.md"))
    let build = try SampleSite.build(disk)
    #expect(build.findings == [])
    #expect(build.page("rooms/attic/index.html").contains("url=../index.html"))
  }

  @Test func sayNothingOfWhoMayNotBeNamed() throws {
    let site = try ConsentSite([
      "Content/rooms/each.md": Self.page([ConsentSite.name, ConsentSite.otherName, "hall"])
    ])
    let build = try SampleSite.build(site.disk)
    #expect(build.findings.filter { $0.hasPrefix("error") } == [])
    #expect(
      build.files.keys.filter { $0.hasPrefix("rooms/") }.sorted().filter { !$0.contains("q") } == [
        "rooms/hall/index.html", "rooms/index.html",
      ])
    #expect(!build.page("rooms/index.html").contains(ConsentSite.otherName))
  }

  @Test(
    "tells of no few people",
    arguments: [
      ("value - value * 0.99 AS n", "`n` of row 1 is "),
      ("'only ' || CAST(value / 3 AS INTEGER) || ' people' AS n", "`n` of row 1 is only "),
    ])
  func tellsOfNoFewPeople(column: String, text: String) throws {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    try disk.write(
      Array(Self.contributors(column).utf8), to: SitePath("Content/rooms/each.md"))
    let found = try SampleSite.build(disk).findings
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("error[S042]: " + text) == true, "\(found)")
  }

  @Test func trustsNoRowThatIsThereOnlyWhileCountsAreSmall() throws {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    let file = Self.contributors(
      "value AS n", "AND value < 1000", text: "{{ row.n - row.n + 2 }}")
    try disk.write(Array(file.utf8), to: SitePath("Content/rooms/each.md"))
    let found = try SampleSite.build(disk).findings
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "error[S042]: it cannot be seen whether `2` tells of few people\n") == true, "\(found)")
  }

  @Test func calculatesNothingInATitle() throws {
    let file = """
      ---
      title: "{{ row.room }}: {{ row.n - 23 }}"
      pages_from: query
      query: q
      ---

      ```sql q
      SELECT 'a-b' AS room, 25 AS n
      ```
      """
    let found = try SampleSite().with(["Content/rooms/each.md": file]).build().findings
    #expect(
      found == [
        """
        error[S042]: a value in this text calculates
          --> Content/rooms/each.md:2:8
        2 | title: "{{ row.room }}: {{ row.n - 23 }}"
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ work it out in a query, which is held against the rule about few people
        """
      ])
  }

  @Test func aParameterSinglesOutNobody() throws {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    let file = """
      ---
      title: T
      pages_from: query
      query: q
      ---

      {{ query("few").first.n }}

      ```sql q
      SELECT 'a' AS room, 3 AS part UNION ALL SELECT 'b', 1
      ```

      ```sql few
      SELECT value / :part AS n FROM measurements
      WHERE metric = 'contributors' AND period = 'all' AND segment = 'all'
      ```
      """
    try disk.write(Array(file.utf8), to: SitePath("Content/rooms/each.md"))
    let found = try SampleSite.build(disk).findings
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "error[S042]: `n` of row 1 is 2, worked out of counts of people, on the page of row 1\n")
        == true, "\(found)")
  }
}
