import Basics
import OpenData
import Testing

@Suite struct DatabaseFileTests {
  @Test func isAFileOfSQLiteWithoutTheVersionThatWroteIt() throws {
    let file = try samplePosts().file
    #expect(file.starts(with: "SQLite format 3\0".utf8))
    #expect(file[96..<100] == [0x00, 0x2E, 0x5B, 0x30], "3.38.0")
  }

  @Test func sameTablesGiveTheSameBytes() throws {
    #expect(try samplePosts().file == samplePosts().file)
  }

  @Test(arguments: [1, 3]) func refusesRowsOfAnotherWidth(_ count: Int) throws {
    let table = OpenTable(
      name: "t", doc: "", columns: [OpenColumn("a", .text, ""), OpenColumn("b", .text, "")]
    ) { rows in
      for _ in 0..<count { rows.text("x") }
      rows.endRow()
    }
    #expect(throws: QueryFault.self) {
      try OpenDatabase([table], asOf: Timestamp(secondsSinceEpoch: 0))
    }
  }

  @Test func carriesNamesThatAreNoWords() throws {
    let table = OpenTable(name: "a \"b\"", doc: "", columns: [OpenColumn("c;d", .text, "")]) {
      $0.text("x")
      $0.endRow()
    }
    let tables = try OpenDatabase([table], asOf: Timestamp(secondsSinceEpoch: 0))
    #expect(try tables.run("SELECT \"c;d\" FROM \"a \"\"b\"\"\"").rows == [[.text("x")]])
  }
}
