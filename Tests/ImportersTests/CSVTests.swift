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

  /// What is called by somebody's address is called otherwise, the same wherever it is named.
  @Test func writesNoIDThatIsAnAddress() throws {
    let table = try importing(
      [
        "t.csv": """
        id,published,attributedTo,inReplyTo,context,accepted,channel
        ann@example.org-1,2018-01-01,ann@example.org,,,2,ann@example.org
        2,2018-01-02,ben,ann@example.org-1,ann@example.org-1,,+44 20 7946 0958
        1514764800000100,2018-01-03,ben,2,,ann@example.org-1,a%40b
        """
      ], as: "csv")
    #expect(!table.text.contains("@example.org") && !table.text.contains("7946"))
    let made = try #require(table.items.keys.first { $0.hasPrefix("h-") })
    #expect(Set(table.items.keys) == [made, "2", "1514764800000100"])
    #expect(table.list("derived", of: made) == ["id"])
    #expect(table.field("inReplyTo", of: "2") == made && table.field("context", of: "2") == made)
    #expect(table.field("accepted", of: made) == "2")
    #expect(table.field("accepted", of: "1514764800000100") == made)
    let channels = table.items.keys.compactMap { table.field("channel", of: $0) }
    #expect(Set(channels) == Set(table.channels.keys) && channels.contains("a%40b"))
  }

  @Test func keepsNoWordOfWhatWasDeleted() throws {
    let table = try importing(
      [
        "t.csv": """
        id,published,attributedTo,deleted,name,content
        1,2018-01-01,ann,2018-02-01,My title,My words for @ben
        2,2018-01-02,ben,,Kept title,Kept words
        """
      ], as: "csv")
    #expect(!table.text.contains("My ") && table.text.contains("Kept words"))
    #expect(table.field("deleted", of: "1") == "2018-02-01T00:00:00Z")
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
          = fix: say with `--columns` which column holds what, in a file such as `columns: {published: sent_at}`; its columns are `nr`, `sent_at`
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

  @Test(arguments: ["content", " Content"])
  func refusesTwoColumnsOfOneName(second: String) {
    let table = "id,published,content,\(second),x,x\na,2018-01-01,one,two,3,4\n"
    let finding = refusal { try importing(["t.csv": table], as: "csv") }
    #expect(
      finding?.text == """
        error[I012]: t.csv has 2 columns `content`
          --> t.csv:1:1
          = fix: give each of them a name of its own
        """)
  }

  @Test func refusesWhatIsNoText() {
    let finding = refusal { try importing(["t.csv": [0x50, 0x4B, 3, 4, 20, 0]], as: "csv") }
    #expect(
      finding?.text == """
        error[I005]: t.csv cannot be read: it is not text
          = fix: save a spreadsheet as CSV; the name of a compressed file tells so: `.csv.gz`
        """)
  }

  /// Programs that know no gaps among whole numbers write all of a column with a point.
  @Test(arguments: [
    ("csv", "t.csv", "id,published,score\na,2018-01-01,5.0\n"),
    ("ndjson", "t.ndjson", "{\"id\": \"a\", \"published\": \"2018-01-01\", \"score\": 5.0}\n"),
  ])
  func takesAWholeNumberWithAPoint(format: String, file: String, text: String) throws {
    let table = try importing([file: text], as: format)
    #expect(table.items["a"]?["score"]?.integer == 5)
  }

  @Test func takesANumberForAnIDHoweverItIsWritten() throws {
    let lines = """
      {"id": 12, "published": "2018-01-01"}
      {"id": 13, "published": "2018-01-01", "inReplyTo": 12.0}

      """
    let table = try importing(["t.ndjson": lines], as: "ndjson")
    #expect(table.field("inReplyTo", of: "13") == "12")
  }

  @Test func saysWhyThereIsNothing() {
    let table = "id,published,content\n1,2018-01-01,x,y\n2,soon,x\n3,2018-01-01\n"
    let finding = refusal { try importing(["t.csv": table], as: "csv") }
    #expect(finding?.message == "there is no item in t.csv")
    #expect(
      finding?.notes == [
        "t.csv:2:1: it has another number of columns than 3: 4",
        "t.csv:3:1: `published` is not a time: soon",
      ])
  }

  /// The line that tells Excel the sign, and the line ends of its "CSV (Macintosh)".
  @Test(arguments: [
    "sep=;\r\nid;published;content\r\na;2018-01-01;x, y, z\r\nb;never;\r\n",
    "\u{FEFF}sep=;\nid;published;content\na;2018-01-01;x, y, z\nb;never;\n",
    "\rid;published;content\ra;2018-01-01;x, y, z\rb;never;\r",
  ])
  func readsWhatSpreadsheetsSave(text: String) throws {
    let table = try importing(["t.csv": text], as: "csv")
    #expect(Array(table.items.keys) == ["a"] && table.field("content", of: "a") == "x, y, z")
    #expect(table.quarantine.first?["place"]?.string?.hasPrefix("t.csv:4:1") == true)
  }
}
