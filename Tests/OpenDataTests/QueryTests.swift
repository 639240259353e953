import Basics
import OpenData
import Testing

@Suite struct QueryTests {
  @Test func readsWhatWasWritten() throws {
    let result = try samplePosts().run("SELECT * FROM rooms")
    #expect(result.columns == ["room", "posts", "share"])
    #expect(
      result.rows == [
        [.text("attic"), .integer(12), .null], [.text("cellar"), .integer(5), .real(0.5)],
        [.text("it's"), .null, .real(-1)], [.text("yard"), .integer(5), .real(0.25)],
      ])
  }

  @Test func sortsByAllColumnsWhereTheQueryDoesNot() throws {
    let result = try samplePosts().run("SELECT posts, room FROM rooms WHERE posts IS NOT NULL")
    #expect(result.rows.map(\.[1]) == [.text("cellar"), .text("yard"), .text("attic")])
  }

  @Test func sortsLongWholeNumbersByTheirLastDigit() throws {
    let sql =
      "SELECT 9007199254740993 AS number UNION ALL SELECT 9007199254740992 UNION ALL SELECT 0.5"
    let numbers = try samplePosts().run(sql).rows.map(\.[0].raw)
    #expect(numbers == ["0.5", "9007199254740992", "9007199254740993"])
  }

  @Test(arguments: [
    "SELECT room FROM rooms ORDER BY room DESC",
    "SELECT room FROM rooms order\n  by room desc -- (",
  ]) func keepsTheOrderOfTheQuery(_ sql: String) throws {
    let rooms = try samplePosts().run(sql).rows.map(\.[0].raw)
    #expect(rooms == ["yard", "it's", "cellar", "attic"])
  }

  @Test(arguments: [
    "SELECT room FROM (SELECT room FROM rooms ORDER BY room DESC)",
    "SELECT room FROM rooms WHERE room <> 'ORDER BY room DESC'",
    "SELECT room, row_number() OVER (ORDER BY room) AS place FROM rooms",
    "SELECT room FROM rooms /* ORDER BY room DESC */",
  ]) func orderWithinIsNoOrderOfTheWhole(_ sql: String) throws {
    let rooms = try samplePosts().run(sql).rows.map(\.[0].raw)
    #expect(rooms == ["attic", "cellar", "it's", "yard"])
  }

  @Test func carriesEveryText() throws {
    let texts = try samplePosts().run("SELECT text, length(CAST(text AS BLOB)) AS bytes FROM texts")
    #expect(
      texts.rows.map(\.[0].raw) == ["", "\"quoted\"", "=1+1", "a\u{0}b", "naïve", "\u{1F333}"])
    #expect(texts.rows.map(\.[1].raw) == ["0", "8", "4", "3", "6", "4"])
  }

  @Test func theClockStandsAtTheMomentOfTheBuild() throws {
    let result = try samplePosts().run("SELECT date('now') AS day, time('now') AS hour")
    #expect(result.rows == [[.text("2026-11-10"), .text("12:00:00")]])
  }

  @Test(
    arguments: [
      ("SELECT rom FROM rooms", "no such column: rom", "did you mean `room`?", 7),
      (
        "SELECT rooms.postss FROM rooms", "no such column: rooms.postss", "did you mean `posts`?", 7
      ),
      ("SELECT 1 FROM room", "no such table: room", "did you mean `rooms`?", nil),
      ("SELECT 1 FROM elsewhere", "no such table: elsewhere", "there are `rooms`, `texts`", nil),
      ("SELECT room\nFORM rooms", "near \"rooms\": syntax error", nil, 17),
      (
        "SELECT 1 AS a, 2 AS a", "two columns are called `a`",
        "name one of them otherwise with `AS`", nil
      ),
      (
        "SELECT 1 AS a; SELECT 2", "a block holds one query",
        "put the second into a block of its own", 14
      ),
      ("-- nothing", "the block holds no query", "write a `SELECT`", nil),
      ("SELECT x'00' AS a", "`a` holds bytes, which cannot be shown", "use `hex(…)`", nil),
      ("SELECT 1e999 AS a", "`a` is infinite in a row", nil, nil),
      ("SELECT random() AS a", "`random` is not the same in every build", "take it out", nil),
      (
        "SELECT sqlite_version() AS a", "`sqlite_version` is not the same in every build",
        "take it out", nil
      ),
      ("DELETE FROM rooms", "a query may only read", "write a `SELECT`", nil),
      ("ATTACH 'x.db' AS x", "a query may only read", "write a `SELECT`", nil),
      ("PRAGMA user_version = 3", "a query may only read", "write a `SELECT`", nil),
      ("VACUUM INTO 'x.db'", "a query may only read", "write a `SELECT`", nil),
      ("CREATE TEMP TABLE x AS SELECT 1", "a query may only read", "write a `SELECT`", nil),
      (
        "SELECT room FROM rooms ORDER BY posts",
        "the result depends on the order in which rows are read",
        "order by columns that tell all rows apart", nil
      ),
      (
        "SELECT room FROM rooms LIMIT 1", "the result depends on the order in which rows are read",
        "order by columns that tell all rows apart", nil
      ),
      (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS a FROM n",
        "the query takes too long",
        "read fewer rows: begin with `WHERE`, and join on columns that tell rows apart", nil
      ),
      (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000) SELECT i FROM n",
        "the result has more than 20000 rows", "add a `LIMIT`", nil
      ),
    ] as [(String, String, String?, Int?)])
  func saysWhatIsWrong(_ sql: String, _ message: String, _ fix: String?, _ offset: Int?) throws {
    let tables = try QueryTables(samplePosts())
    let fault = try #require(throws: QueryFault.self) { try tables.run(sql) }
    #expect(fault.message == message)
    #expect(fault.fix == fix)
    #expect(fault.offset == offset)
  }

  @Test func boundsTheTextsOfAResult() throws {
    var limits = QueryLimits()
    limits.bytes = 1 << 20
    let tables = try samplePosts()
    let sql = "SELECT hex(zeroblob(400000)) || room AS a FROM rooms"
    let fault = try #require(throws: QueryFault.self) { try tables.run(sql, limits) }
    #expect(fault.message == "the texts of the result are longer than 1 MB")
    let long = try #require(throws: QueryFault.self) {
      try tables.run("SELECT hex(zeroblob(4000000)) AS a")
    }
    #expect(long.message == "string or blob too big")
  }

  @Test func runsOnManyThreadsAtOnce() async throws {
    let tables = try samplePosts()
    let expected = try tables.run("SELECT * FROM rooms")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 { group.addTask { (try? tables.run("SELECT * FROM rooms")) == expected } }
      for await same in group { #expect(same) }
    }
  }

  @Test func writesCSVThatSpreadsheetsLeaveAlone() throws {
    let result = QueryResult(
      columns: ["a", "b"], rows: [[.text("=1"), .real(-2.5)], [.text("x\"y"), .null]])
    #expect(
      String(decoding: result.csv(), as: UTF8.self) == """
        "a","b"
        "'=1","-2.5"
        "x""y",""

        """)
    #expect(
      String(decoding: result.json(), as: UTF8.self) == """
        [
        {"a":"=1","b":-2.5},
        {"a":"x\\"y","b":null}
        ]

        """)
  }
}
