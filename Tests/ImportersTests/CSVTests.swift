import Basics
import CommunityData
import Importers
import JSONText
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

  @Test func readsATableThatIsNamedAsASnapshotIs() throws {
    let table = try importing(
      ["t.csv": "id,published,content,attributedTo\na,2018-01-01T00:00:00Z,hi,ann\n"], as: "csv")
    #expect(table.field("content", of: "a") == "hi")
  }
}
