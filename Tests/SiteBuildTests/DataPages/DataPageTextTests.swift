import SiteBuild
import TestSupport
import Testing

/// What is told of a text besides the text: its headings, how long it takes to read.
@Suite struct DataPageTextTests {
  private static func page(_ text: String) -> [String: String] {
    [
      "Content/rooms/each.md": """
      ---
      title: "{{ row.room }}"
      pages_from: query
      query: q
      ---

      \(text)

      ```sql q
      SELECT 'a < b' AS room, 3 AS n
      ```
      """
    ]
  }

  @Test func listsHeadingsWithTheirValues() throws {
    let text = "## About {{ row.room }}\n\nText.\n\n## {{ row.n | number }} times\n\nText."
    let build = try SampleSite().with(Self.page(text)).build()
    let page = build.page("rooms/a-b/index.html")
    #expect(
      order(
        [">About a &lt; b</a>", ">3 times</a>", "<h2 id=\"about\">About a &lt; b</h2>"], in: page),
      "\(page)")
    #expect(!page.contains("…</a>"))
  }

  @Test func listsHeadingsOfOtherPagesWithTheirValues() throws {
    let text = """
      ---
      title: T
      ---

      ## {{ query("q").first.n }} rooms

      ## More

      ```sql q
      SELECT 3 AS n
      ```
      """
    let build = try SampleSite().with(["Content/notes/one.md": text]).build()
    #expect(build.page("notes/one/index.html").contains(">3 rooms</a>"))
  }

  /// 250 words of SQL are not read; 299 of text take one minute.
  @Test func countsNoWordsOfQueries() throws {
    let text = Array(repeating: "word", count: 299).joined(separator: " ")
    let sql = "SELECT 1 AS n" + String(repeating: " + 1", count: 125)
    let page = "---\ntitle: T\n---\n\n\(text)\n\n```sql q\n\(sql)\n```\n"
    let build = try SampleSite().with(["Content/notes/one.md": page]).build()
    #expect(build.page("notes/one/index.html").contains("<dd>1 minute</dd>"))
  }
}
