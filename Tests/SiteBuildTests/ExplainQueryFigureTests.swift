import Basics
import SiteBuild
import TestSupport
import Testing

@Suite struct ExplainQueryFigureTests {
  private func text(_ name: String, _ files: [String: String]) throws -> String? {
    let disk = try SampleSite().with(files).onDisk()
    return explainFigure(name, disk, asOf: Timestamp(CalendarDay(daysSinceEpoch: 19_000)))?.text
  }

  private let about = """
    ---
    title: About
    ---

    ```sql rooms
    SELECT 'hall' AS room, 3 AS posts
    UNION SELECT 'yard', NULL
    ```

    ```chart
    title: Rooms
    query: rooms
    ```
    """

  @Test(arguments: ["about#fig-1", "about/#fig-1", "Output/about/index.html#fig-1"])
  func tellsTheQueryAndItsRows(name: String) throws {
    #expect(
      try text(name, ["Content/pages/about.md": about]) == """
        about/#fig-1

        Rooms

        Query        rooms
        Source       Content/pages/about.md
        SQL          SELECT 'hall' AS room, 3 AS posts
                     UNION SELECT 'yard', NULL
        Data         about/fig-1.csv, about/fig-1.json
        Columns      room · posts
        Row          hall · 3
        Row          yard ·\u{20}
        """)
  }

  @Test func tellsWhatTheParametersWere() throws {
    let file = """
      ---
      title: "{{ row.room }}"
      pages_from: query
      query: rooms
      ---

      ```sql rooms
      SELECT 'it''s' AS room
      ```

      ```sql one
      SELECT :room AS x
      ```
      """
    let told = try text("rooms/it-s#query-one", ["Content/rooms/each.md": file])
    #expect(told?.contains("\nParameter    :room is 'it''s'\n") == true, "\(told ?? "nothing")")
    #expect(told?.hasSuffix("\nRow          it's") == true)
  }

  @Test(arguments: ["about#fig-2", "nowhere#fig-1", "about"])
  func knowsNoOthers(name: String) throws {
    #expect(try text(name, ["Content/pages/about.md": about]) == nil)
  }
}
