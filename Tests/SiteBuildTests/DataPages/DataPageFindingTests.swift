import Basics
import SiteBuild
import TestSupport
import Testing

/// What is wrong with a file of pages from data is said with its place, once.
@Suite struct DataPageFindingTests {
  private func findings(_ front: String, _ body: String, at path: String = "rooms/each.md") throws
    -> [String]
  {
    let file = "---\n\(front)\n---\n\n\(body)\n"
    return try SampleSite().with(["Content/\(path)": file]).build().findings
  }

  private static let query = "title: T\npages_from: query\nquery: q"

  private static func sql(_ text: String) -> String { "```sql q\n\(text)\n```" }

  @Test(arguments: [
    (
      query, sql("SELECT 'C++' AS room UNION ALL SELECT 'C' ORDER BY room DESC"),
      """
      error[S043]: rows 1 (`C++`) and 2 (`C`) have one address, `c`
        --> Content/rooms/each.md:3:13
      3 | pages_from: query
        |             ^^^^^ name a column under `address:` that tells all rows apart
      """
    ),
    (
      query + "\naddress: room",
      sql(
        "SELECT 1 AS n, 'a' AS room UNION ALL SELECT 2, 'a' "
          + "UNION ALL SELECT 3, 'A' ORDER BY n"),
      """
      error[S043]: rows 1 (`a`) and 2 (`a`) have one address, `a`
        --> Content/rooms/each.md:5:10
      5 | address: room
        |          ^^^^ name a column under `address:` that tells all rows apart
        = and 1 more rows like these
      """
    ),
    (
      query, sql("SELECT NULL AS room"),
      """
      error[S043]: row 1 has no address: its `room` is empty
        --> Content/rooms/each.md:3:13
      3 | pages_from: query
        |             ^^^^^ name a column with letters from a to z or digits under `address:`
      """
    ),
    (
      query, sql("SELECT 'a' AS room UNION ALL SELECT '部屋'"),
      """
      error[S043]: `部屋` of row 2 makes no address
        --> Content/rooms/each.md:3:13
      3 | pages_from: query
        |             ^^^^^ name a column with letters from a to z or digits under `address:`
      """
    ),
    (
      query, sql("SELECT replace(hex(zeroblob(41)), '0', 'a') AS room"),
      """
      error[S043]: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` of row 1 makes no address: it is \
      longer than 80 letters
        --> Content/rooms/each.md:3:13
      3 | pages_from: query
        |             ^^^^^ shorten it in the query with `substr`
      """
    ),
    (
      query + "\naddress: rom", sql("SELECT 'a' AS room"),
      """
      error[S043]: the rows have no column `rom`
        --> Content/rooms/each.md:5:10
      5 | address: rom
        |          ^^^ did you mean `room`?
      """
    ),
    (
      query + "\ndated: day", sql("SELECT 'a' AS room, 'May' AS day"),
      """
      error[S043]: `May` of row 1 is no day
        --> Content/rooms/each.md:5:8
      5 | dated: day
        |        ^^^ write it as 2026-11-21 in the query, with `date(…)`
      """
    ),
    (
      "title: \"{{ row.rom }}\"\npages_from: query\nquery: q", sql("SELECT 'a' AS room"),
      """
      error[T003]: unknown field `rom` on row
        --> Content/rooms/each.md:2:8
      2 | title: "{{ row.rom }}"
        |        ^^^^^^^^^^^^^^^ did you mean `room`?
      """
    ),
    (
      "title: \"{{ row.x }}\"\npages_from: query\nquery: q", sql("SELECT 'a' AS room, '' AS x"),
      """
      error[S043]: the title of row 1 is empty
        --> Content/rooms/each.md:2:8
      2 | title: "{{ row.x }}"
        |        ^^^^^^^^^^^^^
      """
    ),
    (
      query, "{{ row.rom }}\n\n" + sql("SELECT 'a' AS room UNION SELECT 'b'"),
      """
      error[T003]: unknown field `rom` on row
        --> Content/rooms/each.md:7:8
      7 | {{ row.rom }}
        |        ^^^ did you mean `room`?
      """
    ),
    (
      query, sql("SELECT 'a' AS room") + "\n\n```sql r\nSELECT :rom AS x\n```",
      """
      error[S041]: the rows have no column `rom`
        --> Content/rooms/each.md:12:8
      12 | SELECT :rom AS x
         |        ^ did you mean `room`?
      """
    ),
    (
      query, sql("SELECT 'a' AS room") + "\n\n```sql r\nSELECT ?1 AS x\n```",
      """
      error[S041]: `?1` is no parameter that a row can give
        --> Content/rooms/each.md:12:8
      12 | SELECT ?1 AS x
         |        ^ write `:` and the name of a column
      """
    ),
    (
      query, sql("SELECT :room AS room"),
      """
      error[S041]: `:room` has no value here
        --> Content/rooms/each.md:8:8
      8 | SELECT :room AS room
        |        ^ only a page that is made from data (`pages_from`) has a row to take it from
      """
    ),
    (
      "title: T\npages_from: query\nquery: p", sql("SELECT 'a' AS room"),
      """
      error[S043]: the page has no query `p`
        --> Content/rooms/each.md:4:8
      4 | query: p
        |        ^ did you mean `q`?
      """
    ),
    (
      "title: T\npages_from: query", sql("SELECT 'a' AS room"),
      """
      error[S017]: pages from a query name it
        --> Content/rooms/each.md:3:13
      3 | pages_from: query
        |             ^^^^^ add `query:` with the name of a `sql` block of this file
      """
    ),
    (
      "title: T\npages_from: codes\nquery: q", "",
      """
      error[S017]: `query` is said of pages from a query
        --> Content/rooms/each.md:4:8
      4 | query: q
        |        ^ add `pages_from: query`, or take it out
      """
    ),
    (
      "title: T\naddress: q", "",
      """
      error[S017]: `address` is said of pages from data
        --> Content/rooms/each.md:3:10
      3 | address: q
        |          ^ add `pages_from:`, or use `slug:`
      """
    ),
    (
      "title: T\ndated: q", "",
      """
      error[S017]: `dated` is said of pages from data
        --> Content/rooms/each.md:3:8
      3 | dated: q
        |        ^ add `pages_from:`, or use `date:`
      """
    ),
    (
      "title: T\npages_from: codes\nslug: q", "",
      """
      error[S017]: pages from data have the addresses of their rows
        --> Content/rooms/each.md:4:7
      4 | slug: q
        |       ^ take it out
      """
    ),
    (
      "title: T\npages_from: codes\naliases: [q/]", "",
      """
      error[S017]: pages from data have no old address in common
        --> Content/rooms/each.md:4:10
      4 | aliases: [q/]
        |          ^ take it out
      """
    ),
    (
      "title: T\npages_from: code", "",
      """
      error[S004]: `pages_from` wants one of `query`, `communities`, `jobs`, `codes`, `channels`, \
      not the text `code`
        --> Content/rooms/each.md:3:13
      3 | pages_from: code
        |             ^^^^ did you mean `codes`?
      """
    ),
  ])
  func tellsOf(front: String, body: String, text: String) throws {
    let found = try findings(front, body).map { $0.replacing("\n  = rendering", with: "§") }
    #expect(found.map { String($0.prefix { $0 != "§" }) } == [text])
  }

  @Test func refusesPagesInTheTextAboveAList() throws {
    #expect(
      try findings("title: T\npages_from: codes", "", at: "rooms/index.md") == [
        """
        error[S043]: `index.md` is the text above a section's list
          --> Content/rooms/index.md:3:13
        3 | pages_from: codes
          |             ^^^^^ move `pages_from` with the text of the pages into a file beside it
        """
      ])
  }

  @Test func findsAPageThatHasAFileToo() throws {
    let site = SampleSite().with([
      "Content/rooms/a.md": "---\ntitle: A\n---\n",
      "Content/rooms/each.md": "---\n\(Self.query)\n---\n\n\(Self.sql("SELECT 'a' AS room"))\n",
    ])
    #expect(
      try site.build().findings == [
        """
        error[S006]: `Content/rooms/a.md` and `Content/rooms/each.md` have one address, `rooms/a/`
          --> Content/rooms/each.md:1:1
          = fix: rename one of them, or give it a `slug:`
        """
      ])
  }

  @Test func findsAQueryThatTheListCallsTheSame() throws {
    let site = SampleSite().with([
      "Content/rooms/index.md": "---\ntitle: A\n---\n\n\(Self.sql("SELECT 1 AS x"))\n",
      "Content/rooms/each.md": "---\n\(Self.query)\n---\n\n\(Self.sql("SELECT 'a' AS room"))\n",
    ])
    let found = try site.build().findings
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        """
        error[S041]: two queries are called `q`
          --> Content/rooms/each.md:7:1
        7 | ```sql q
          | ^^^^^^^^ rename one of them
        """) == true, "\(found)")
  }
}
