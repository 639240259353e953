import Basics
import OpenData
import SiteBuild
import TestSupport
import Testing

/// A query cannot subtract its way to a few people.
@Suite struct QueryAuditTests {
  /// A hundred and some people in two places: each count may be published, some differences not.
  private let people = """
    WITH months AS (
      SELECT period, value FROM measurements
      WHERE metric = 'contributors' AND period_kind = 'month' AND segment = 'all'
        AND value IS NOT NULL),
    whole AS (
      SELECT value FROM measurements
      WHERE metric = 'contributors' AND period = 'all' AND segment = 'all')
    """

  private func findings(_ select: String) throws -> [String] {
    try findings("\(people)\n\(select)", YearSite().onDisk(days: ["2020-12-31"]))
  }

  private func findings(_ sql: String, _ disk: MemoryFileSystem) throws -> [String] {
    let page = "---\ntitle: About\n---\n\n```sql q\n\(sql)\n```\n"
    try disk.write(Array(page.utf8), to: SitePath("Content/pages/about.md"))
    return try SampleSite.build(disk).findings
  }

  @Test(arguments: [
    "SELECT period, value FROM months",
    "SELECT max(value) AS x, min(value) AS y, avg(value) AS z, count(*) AS n FROM months",
    "SELECT period, 1.0 * value / (SELECT value FROM whole) AS share FROM months",
    "SELECT 2 AS two, -1 AS less, 2 * value / value AS twice FROM whole",
  ]) func letsThrough(_ select: String) throws {
    #expect(try findings(select) == [])
  }

  @Test(arguments: [
    "SELECT value - value * 0.99 AS few FROM whole",
    "SELECT period, value / 4.0 AS few FROM months",
    "SELECT -(value / 3) AS few FROM whole",
    // The same number beside other words is no excuse.
    "SELECT value / 2 AS few, 'left' AS what FROM whole UNION ALL SELECT 3, 'waiting' ORDER BY 2",
  ]) func refuses(_ select: String) throws {
    let found = try findings(select).joined(separator: "\n")
    #expect(found.contains("error[S042]: `few` of row 1 is "), "\(found)")
    #expect(found.contains("worked out of counts of people"))
    #expect(found.contains("ask for a share, or for groups of at least 5 people"))
  }

  /// Four threads of five people; one week of an event.
  @Test(
    "lets through how few threads or weeks a number is of, which are no people",
    arguments: [
      "metric = 'participation_depth.people' AND period = '2019-01'",
      "metric LIKE 'campaign_effect.%' AND segment = 'campaign=fair;measure=items'",
    ])
  func letsThroughWhatIsNotOfPeople(_ rows: String) throws {
    var site = YearSite(people: 8, from: "2019-01-06")
    site.isAnswered = true
    let disk = try site.onDisk(days: ["2020-12-31"])
    let fair = "---\ntitle: The fair\ndate: 2020-03-02\ncommunities: [makers]\n---\n"
    try disk.write(Array(fair.utf8), to: SitePath("Content/campaigns/fair.md"))
    let found = try findings("SELECT segment, n FROM measurements WHERE \(rows)", disk)
    #expect(found == [])
  }
}

/// Nor can a value of a text.
@Suite struct ValueAuditTests {
  private func findings(_ value: String, _ front: String = "title: About") throws -> [String] {
    let disk = try YearSite().onDisk(days: ["2020-12-31"])
    let text = """
      ---
      \(front)
      ---

      So: \(value)

      ```sql q
      SELECT 'a' AS room, value AS people, 3 AS other
      FROM measurements WHERE metric = 'contributors' AND period = 'all' AND segment = 'all'
      ```
      """
    let folder = front.contains("pages_from") ? "rooms" : "pages"
    try disk.write(
      Array(text.utf8), to: SitePath("Content/\(folder)/about.md"))
    return try SampleSite.build(disk).findings
  }

  private let rows = "title: T\npages_from: query\nquery: q"

  /// Six people write in the sample.
  @Test(arguments: [
    "{{ measure(\"contributors\") - query(\"q\").first.people / 2 }}",
    "{{ query(\"q\").first.people - 0.25 * measure(\"contributors\") | int }}",
    "{{ query(\"q\").first.people / 2 }}", "{{ query(\"q\").first.people / 7 }}",
    "{{ (measure(\"contributors\") / 3) | number }}",
    "{{ \"only \" ~ query(\"q\").first.people // 2 }}",
  ]) func findsSmallCounts(_ value: String) throws {
    let found = try findings(value)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains("is worked out of counts of people") == true)
  }

  @Test(arguments: [
    "{{ query(\"q\").first.other - 1 }}", "{{ 5 - 3 }}", "{{ query(\"q\").first.people - 2 }}",
    "{{ query(\"q\").first.people + 1 }}",
    "{{ 3 * query(\"q\").first.people / query(\"q\").first.people }}",
    "{{ measure(\"contributors\") / measure(\"contributors\") }}", "{{ 0.004 - 0.002 }}",
    "{{ (0.001 * measure(\"contributors\") / measure(\"contributors\")) | percent(1) }}",
  ]) func letsThrough(_ value: String) throws {
    #expect(try findings(value) == [])
  }

  @Test func findsThemOnPagesFromData() throws {
    #expect(
      try findings("{{ row.people / 3 }}", rows) == [
        """
        error[S042]: `2.0` is worked out of counts of people
          --> Content/rooms/about.md:7:7
        7 | So: {{ row.people / 3 }}
          |       ^^^^^^^^^^^^^^^^ tell a share, or groups of at least 5 people
        """
      ])
    #expect(try findings("{{ row.other - 2 }}", rows) == [])
  }
}
