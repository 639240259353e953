import Basics
import CommunityData
import Foundation
import Importers
import JSONText
import TestSupport
import Testing

struct CSVTests {
  private let map = ColumnMap(
    columns: [
      .id: "Nr", .published: "Sent at", .attributedTo: "who", .content: "Words",
      .inReplyTo: "answers",
    ])

  @Test(arguments: [",", ";", "\t", "|"])
  func readsATableByItsHeading(sign: String) throws {
    let rows = [
      ["nr", "SENT  AT", "Who", "words", "answers", "more"],
      [
        "1", "2018-01-01 10:00", "ann", "\"hello\(sign) \"\"you\"\"\nmail ann@example.org\"", "",
        "x",
      ],
      ["2", "1514800800", "bob", "caf", "1", "x"],
    ]
    var bytes = Array(rows.map { $0.joined(separator: sign) }.joined(separator: "\r\n").utf8)
    bytes += "\r\n3\(sign)2018-01-02\(sign)ann\(sign)na\u{EF}ve\(sign)2\(sign)x\r\n".unicodeScalars
      .map {
        UInt8($0.value)
      }
    bytes += "4\(sign)2018-01-02\(sign)ann\r\n".utf8
    let table = try importing(["t.csv": bytes], as: "csv") { $0.columns = map }
    #expect(Set(table.items.keys) == ["1", "2", "3"])
    #expect(table.field("content", of: "1") == "hello\(sign) \"you\"\nmail [e-mail removed]")
    #expect(table.field("published", of: "2") == "2018-01-01T10:00:00Z")
    #expect(table.field("content", of: "3") == "naïve")
    #expect(table.field("inReplyTo", of: "3") == "2")
    #expect(
      table.quarantine.map { $0["reason"]?.string } == [
        "it has another number of columns than 6: 3"
      ])
    #expect(table.result.manifest.measurable.replies && !table.result.manifest.measurable.urls)
  }

  @Test func refusesAColumnThatIsNotThere() {
    let finding = refusal {
      try importing(["t.csv": "nr,sent_at,who,words,answers\n"], as: "csv") { $0.columns = map }
    }
    #expect(
      finding?.text == """
        error[I012]: t.csv has no column `Sent at`
          --> t.csv:1:1
          = fix: did you mean `sent_at`?
        """)
  }

  @Test func pointsAtTheLineOfTheMap() {
    var mapped = map
    mapped.places[.published] = SourceText(file: "cols.yaml", text: "a: b\n  published: Sent at\n")
      .excerpt(line: 2, column: 14, length: 7)
    let finding = refusal {
      try importing(["t.csv": "nr,sent_at,who,words,answers\n"], as: "csv") { $0.columns = mapped }
    }
    #expect(
      finding?.text == """
        error[I012]: t.csv has no column `Sent at`
          --> cols.yaml:2:14
        2 |   published: Sent at
          |              ^^^^^^^ did you mean `sent_at`?
        """)
  }

  @Test func saysHowColumnsAreNamedWhereNoMapIsGiven() {
    let finding = refusal { try importing(["t.csv": "nr,sent_at\n"], as: "csv") }
    #expect(
      finding?.text == """
        error[I012]: t.csv has no column `published`
          --> t.csv:1:1
          = fix: say with `--columns` which column holds what; its columns are `nr`, `sent_at`
        """)
  }

  @Test func asksForTheDayWhereSomeRecordsAreLater() throws {
    let rows = (1...12).map { "\($0),2018-\($0 < 10 ? "0" : "")\($0)-01T00:00:00Z,hi\n" }
    let table = try importing(["t.csv": "id,published,content\n" + rows.joined()], as: "csv") {
      if let day = CalendarDay("2018-10-15") { $0.collected = Timestamp(day) }
    }
    let finding = table.result.diagnostics.first
    #expect(table.result.diagnostics.count == 1)
    #expect(
      finding?.message
        == "a record was quarantined: it is dated after the export was made: 2018-11-01T00:00:00Z")
    #expect(
      finding?.fix
        == "was the export made later? give the day on which it was made: `--date`")
    #expect(finding?.notes == ["and 1 more for the same reason"])
  }

  /// Rows that each ask for something a snapshot may not hold.
  private static let oddRows = """
    id,published,attributedTo,content,url,channel,tag,state
    1,2018-01-01T00:00:00Z,ann,hello,/t/12,general,x,open
    2,1969-12-31T06:00:00Z,ann,old,https://club.example/2,general,x,open
    3,2018-01-01T00:00:00Z,ann,nfc,https://club.example/3,caf\u{E9},x,open
    4,2018-01-01T00:00:00Z,ann,nfd,https://club.example/4,cafe\u{301},x,open
    5,2018-01-01T00:00:00Z,ann,@\(String(repeating: "好", count: 30)),t/5,general,x,open
    6,2018-01-01T00:00:00Z,ann,\(String(repeating: "好", count: 30))ann@example.org,,general,x,open
    7,2018-01-01T00:00:00Z,ann,hi,https://club.example/7?mail=ann@example.org,general,x,open

    """

  /// Whatever an import writes its reader takes.
  @Test func writesWhatCanBeRead() throws {
    let disk = MemoryFileSystem()
    try withTemporaryFolder { root in
      try Data(CSVTests.oddRows.utf8).write(to: URL(fileURLWithPath: root + "/t.csv"))
      let result = try importExport(try request("csv", [root]), into: disk) { _ in }
      #expect(result.manifest.counts.items == 6 && result.manifest.counts.quarantined == 1)
      #expect(result.manifest.counts.channels == 3)
      #expect(result.manifest.window.from.description == "2018-01-01T00:00:00Z")
      #expect(
        result.notes == [
          "2 addresses are not absolute and were left out",
          "1 address holds somebody's contact and was left out",
        ])
      #expect(
        result.diagnostics.map(\.message) == [
          "a record was quarantined: it is dated before 1970: 1969-12-31T06:00:00Z"
        ])
    }
    let reading = readCommunity(
      slug: "meta", snapshotsUpTo: nil, in: disk, at: try SitePath("Content/snapshots"))
    #expect(reading.diagnostics.isEmpty)
    let community = try #require(reading.community)
    #expect(community.items.count == 6)
    let channels = community.items.channels
    #expect(
      (0..<6).map { Array(community.channels[Int(channels[$0])].id.utf8).count }
        == [7, 5, 6, 7, 7, 7])
  }

  @Test func takesContactsOutOfLabels() throws {
    let table = try importing(
      [
        "t.csv": """
        id,published,content,attributedTo,name,channel,channelName,tag,state,url
        1,2018-01-01T00:00:00Z,hi,ann,@ann asks,c,mail ann@example.org,"x,bob@example.org",\
        by ann@example.org,https://meta.example.org/1

        """
      ], as: "csv")
    #expect(table.channels["c"]?["name"]?.string == "mail [e-mail removed]")
    #expect(table.list("tag", of: "1") == ["x", "[e-mail removed]"])
    #expect(table.field("state", of: "1") == "by [e-mail removed]")
    #expect(table.field("url", of: "1") == "https://meta.example.org/1")
    #expect(table.field("name", of: "1")?.hasPrefix("@m-") == true)
    #expect(table.list("mentions", of: "1").isEmpty && table.result.notes.isEmpty)
  }

  @Test func readsATableThatIsNamedAsASnapshotIs() throws {
    let table = try importing(
      ["t.csv": "id,published,content,attributedTo\na,2018-01-01T00:00:00Z,hi,ann\n"], as: "csv")
    #expect(table.field("content", of: "a") == "hi")
  }

  /// What a table has no column for is not measurable, whatever the fields of a snapshot are.
  @Test(arguments: [
    ([""], ""), ([",inReplyTo"], "replies threads"), ([",context"], "threads"),
    ([",url,updated"], "urls edits"), (["", ",URL"], "urls"), ([",url", ",updated"], "urls edits"),
  ])
  func measuresWhatThereAreColumnsFor(headings: [String], told: String) throws {
    let files = headings.enumerated().map { number, more in
      let blanks = more.filter { $0 == "," }
      let rows = "id,published\(more)\n\(number),2018-01-01T00:00:00Z\(blanks)\n"
      return ("\(number).csv", rows)
    }
    let table = try importing(Dictionary(uniqueKeysWithValues: files), as: "csv")
    #expect(table.result.manifest.measurable.words == told)
  }
}
