import OpenData
import Testing

/// Queries with parameters, run for the rows of another result.
@Suite struct QueryParameterTests {
  private let rows = QueryResult(
    columns: ["room", "least"],
    rows: [
      [.text("yard"), .integer(5)], [.text("it's"), .null], [.text("' OR 1=1 --"), .real(0.5)],
    ])

  @Test func bindsWhatTheColumnsHold() throws {
    let results = try samplePosts().run(
      "SELECT room, posts, :least AS least, typeof(:least) AS kind FROM rooms WHERE room = :room",
      forEach: rows, in: 0..<3)
    #expect(
      results.map(\.rows) == [
        [[.text("yard"), .integer(5), .integer(5), .text("integer")]],
        [[.text("it's"), .null, .null, .text("null")]], [],
      ])
  }

  @Test func runsForTheRowsOfARange() throws {
    let results = try samplePosts().run("SELECT :room AS room", forEach: rows, in: 1..<2)
    #expect(results.map(\.rows) == [[[.text("it's")]]])
  }

  @Test func sortsEachResult() throws {
    let results = try QueryTables(samplePosts()).run(
      "SELECT room FROM rooms WHERE posts >= :least", forEach: rows, in: 0..<1)
    #expect(results.map(\.rows) == [[[.text("attic")], [.text("cellar")], [.text("yard")]]])
  }

  @Test(arguments: [
    ("SELECT 1 AS a", false), ("SELECT ':room' AS a", false), ("SELECT :room AS a", true),
    ("SELECT ? AS a", true),
  ]) func knowsWhetherThereAreParameters(_ sql: String, _ expected: Bool) throws {
    #expect(try samplePosts().hasParameters(sql) == expected)
  }

  @Test(arguments: [
    ("SELECT :rom AS a", "the rows have no column `rom`", "did you mean `room`?", 7),
    ("SELECT :x AS a", "the rows have no column `x`", "they have `room`, `least`", 7),
    (
      "SELECT ? AS a", "`?` is no parameter that a row can give",
      "write `:` and the name of a column", 7
    ),
    (
      "SELECT @room AS a", "`@room` is no parameter that a row can give",
      "write `:` and the name of a column", 7
    ),
    (
      "SELECT $room AS a", "`$room` is no parameter that a row can give",
      "write `:` and the name of a column", 7
    ),
  ]) func refuses(_ sql: String, _ message: String, _ fix: String, _ offset: Int) throws {
    #expect(throws: QueryFault(message, fix: fix, at: offset)) {
      try samplePosts().run(sql, forEach: rows, in: 0..<3)
    }
  }

  @Test func eachRowHasItsOwnSteps() throws {
    var limits = QueryLimits()
    limits.steps = 20_000
    let sql = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 700)
      SELECT count(*) AS n, :room AS room FROM n
      """
    let many = QueryResult(columns: ["room"], rows: Array(repeating: [.null], count: 50))
    #expect(try samplePosts().run(sql, forEach: many, in: 0..<50, limits).count == 50)
    limits.steps = 2000
    #expect(throws: QueryFault.self) {
      try samplePosts().run(sql, forEach: many, in: 0..<50, limits)
    }
  }

  @Test func seesWhereARowDependsOnTheOrderOfReading() throws {
    #expect(throws: QueryFault.self) {
      try QueryTables(samplePosts()).run(
        "SELECT room FROM rooms WHERE posts = :least LIMIT 1", forEach: rows, in: 0..<1)
    }
  }
}
