import Basics
import CommunityData
import TestSupport
import Testing

@Suite struct BadLineTests {
  private static let good = SnapshotFixture.line("good")

  /// A line, the column and the reason.
  static let badLines: [(line: String, column: Int, reason: String)] = [
    (#"{"id":"a","type":"po"#, 18, "a string that does not end"),
    (SnapshotFixture.line("x", day: 1, #""titel":"T""#), 81, "unknown field `titel`"),
    (
      SnapshotFixture.line("x", day: 1, #""contnet":"T""#), 81,
      "unknown field `contnet`; did you mean `content`?"
    ),
    (SnapshotFixture.line("x", day: 1, #""id":"y""#), 81, "a name that comes twice"),
    (SnapshotFixture.line("x", day: 1, #""score":1e400"#), 89, "a number out of range"),
    (
      SnapshotFixture.line("x", day: 1, #""score":9223372036854775808"#), 89,
      "`score` holds a whole number beyond 64 bits, not a number"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""score":2147483648"#), 89,
      "`score` is out of range: 2147483648"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""score":1.5"#), 89,
      "`score` holds a fraction, not a number"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""score":"1""#), 89, "`score` holds a string, not a number"
    ),
    (SnapshotFixture.line("x", day: 1, #""name":"\ud800""#), 89, "a lone surrogate"),
    (SnapshotFixture.line("x", day: 1, #""tag":"x""#), 87, "`tag` holds a string, not a list"),
    (
      SnapshotFixture.line("x", day: 1, #""tag":["x",1]"#), 92, "`tag` lists a number, not a string"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""channel":"c9""#), 91,
      "`channel` names no channel of the snapshot"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""url":"/q/1""#), 87,
      "`url` is no absolute address: `/q/1`"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""mediaType":"text/htm""#), 93,
      "unknown `mediaType` `text/htm`; did you mean `text/html`?"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""updated":"2020-02-30T00:00:00Z""#), 91,
      "`updated` is no moment as in 2026-11-21T08:00:00Z: `2020-02-30T00:00:00Z`"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""reactions":[{"name":"+","count":-1}]"#), 94,
      "a reaction needs `name` and `count`, a whole number"
    ),
    (
      SnapshotFixture.line("x", day: 1, #""codes":[{"code":"praise","by":"me"}]"#), 90,
      "a code needs `code` and `by`: human or machine"
    ),
    (
      #"{"id":"x","type":"pst","attributedTo":null,"published":"2020-01-01T00:00:00Z"}"#, 18,
      "unknown `type` `pst`; did you mean `post`?"
    ),
    (
      #"{"id":"x","type":"post","attributedTo":"m-z","published":"2020-01-01T00:00:00Z"}"#, 40,
      "`attributedTo` names no member of the snapshot"
    ),
    (
      #"{"id":"x","type":"post","attributedTo":null,"published":"9999-12-31T00:00:00Z"}"#, 57,
      "`published` 9999-12-31T00:00:00Z is later than the snapshot was collected"
    ),
    (
      #"{"id":"x","type":"post","attributedTo":null,"published":"1969-12-31T23:59:59Z"}"#, 57,
      "`published` 1969-12-31T23:59:59Z is before 1970"
    ),
    (
      #"{"id":"x","type":"post","attributedTo":null,"published":"2020-01-01"}"#, 57,
      "`published` is no moment as in 2026-11-21T08:00:00Z: `2020-01-01`"
    ),
    (#"{"type":"post","published":"2020-01-01T00:00:00Z"}"#, 1, "`id` is missing"),
    (#"{"id":"","type":"post","published":"2020-01-01T00:00:00Z"}"#, 7, "`id` is empty"),
    (#"{"id":7,"type":"post"}"#, 7, "`id` holds a number, not a string"),
    (#"{"id":"x","published":"2020-01-01T00:00:00Z"}"#, 1, "`type` is missing"),
    (#"{"id":"x","type":"post"}"#, 1, "`published` is missing"),
    (#"["id"]"#, 1, "an object is needed, not a list"),
    (#"{"id":"é" x}"#, 11, "expected `,` or `}`"),
    (#"{"id":"x"}{"id":"y"}"#, 11, "text after the end of the value"),
    ("nonsense", 1, "expected a value"),
  ]

  @Test("keeps a bad line aside with its place", arguments: BadLineTests.badLines)
  func keepsBadLineAside(line: String, column: Int, reason: String) throws {
    let items = SnapshotFixture.lines(
      BadLineTests.good, line, SnapshotFixture.line("after", day: 2))
    let reading = try SnapshotFixture(items: items).read()
    let file = "Content/snapshots/cafe/2020-01-10/items.ndjson"
    #expect(
      reading.quarantined == [
        QuarantinedRecord(
          file: file, line: 2, column: column, reason: reason, bytes: Array(line.utf8))
      ])
    #expect(
      reading.diagnostics.map(\.text) == [
        "warning[D009]: \(reason)\n  --> \(file):2:\(column)\n"
          + "  = fix: the record is left out of all figures; its line stays in the file"
      ])
    // The rows around it are whole: no column has a row too many.
    let community = try #require(reading.community)
    #expect(community.ids == ["good", "after"])
    let after = Item(
      id: "after", type: .post, attributedTo: "m-a",
      published: Timestamp(secondsSinceEpoch: 1_577_923_200))
    #expect(community.item(1) == after)
  }

  @Test func keepsBytesThatAreNoText() throws {
    let bytes = Array(#"{"id":"a"#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)
    let reading = try SnapshotFixture(
      itemBytes: bytes + [0x0A] + Array(BadLineTests.good.utf8)
    ).read()
    #expect(reading.quarantined.map(\.bytes) == [bytes])
    #expect(reading.quarantined.map(\.reason) == ["a byte that is not UTF-8"])
    #expect(reading.quarantined.map(\.column) == [9])
    #expect(reading.community?.ids == ["good"])
  }

  @Test(
    "reads line ends of both kinds, a byte order mark and blank lines",
    arguments: [
      "A\nB", "A\nB\n", "A\r\nB\r\n", "\u{FEFF}A\r\nB", "\n\nA\n\r\n  \nB\n\n",
    ])
  func readsLineEnds(form: String) throws {
    let items = form.replacing("A", with: SnapshotFixture.line("a"))
      .replacing("B", with: SnapshotFixture.line("b"))
    var fixture = SnapshotFixture(items: items)
    fixture.files["members.ndjson"] = Array(
      ("\u{FEFF}" + #"{"id":"m-a","kind":"person","role":"member"}"# + "\r\n").utf8)
    let reading = try fixture.read()
    #expect(reading.quarantined == [])
    #expect(reading.community?.ids == ["a", "b"])
  }

  @Test func countsLinesAcrossPieces() throws {
    // Larger than a window of 16 MB, so that places are counted over windows and pieces.
    let body = String(repeating: "x", count: 20_000)
    var lines = (0..<1_000).map {
      SnapshotFixture.line(String(10_000 + $0), day: 1, #""content":"\#(body)""#)
    }
    lines[3] = "bad 3"
    lines[700] = "bad 700"
    lines[999] = "bad 999"
    let reading = try SnapshotFixture(items: lines.joined(separator: "\n")).read()
    #expect(reading.quarantined.map(\.line) == [4, 701, 1_000])
    #expect(
      reading.quarantined.map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["bad 3", "bad 700", "bad 999"])
    let community = try #require(reading.community)
    #expect(community.items.count == 997)
    #expect(community.ids.first == "10000" && community.ids.last == "10998")
    #expect(community.items.contents.allSatisfy { $0.length == 20_000 })
  }

  /// Whatever happens to the bytes of a file, each of its lines is an item, a copy or quarantined.
  @Test func losesNoLineOfDamagedFiles() throws {
    let lines = (0..<20).map { number in
      SnapshotFixture.line(
        "item-\(number)-\(number * 7919)", day: 1 + number % 9,
        #""content":"héllo\n\u00e9 \ud83d\ude00","inReplyTo":"item-0-0","tag":["a","b"],"#
          + #""codes":[{"code":"praise","by":"human"}],"reactions":[{"name":"+","count":2}],"#
          + #""mentions":["m-b"],"score":-3,"channel":"c1""#)
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var bytes = Array(lines.joined(separator: "\n").utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(bytes[(index * 31) % bytes.count], at: index)
        default: bytes.removeSubrange(index..<min(index + 40, bytes.count))
        }
      }
      let reading = try SnapshotFixture(itemBytes: bytes).read()
      if reading.diagnostics.contains(where: { $0.code.id == "D010" }) { continue }
      let rows = bytes.split(separator: 0x0A).filter { line in
        line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      }
      let community = try #require(reading.community, "\(reading.diagnostics.map(\.text))")
      #expect(community.items.count + reading.quarantined.count == rows.count)
      for row in 0..<community.items.count { _ = community.item(row) }
    }
  }

  @Test func refusesNameOfMemberWhoIsNotStaff() throws {
    var fixture = SnapshotFixture()
    fixture.files["members.ndjson"]? += Array(
      #"{"id":"m-c","kind":"person","role":"moderator","display":"Ann"}"#.utf8)
    let reading = try fixture.read()
    #expect(reading.quarantined.map(\.reason) == ["`display` is for staff only"])
    #expect(reading.quarantined.map(\.column) == [58])
  }

  @Test(arguments: [(50, "45 more records"), (6, "1 more record")])
  func tellsOfManyBadLinesInOneDiagnostic(bad: Int, more: String) throws {
    let items = (0..<bad).map { "bad \($0)\n" }.joined()
    let reading = try SnapshotFixture(items: items).read()
    #expect(reading.quarantined.count == bad)
    #expect(reading.diagnostics.count == 6)
    let file = "Content/snapshots/cafe/2020-01-10/items.ndjson"
    #expect(
      reading.diagnostics.map(\.text).contains(
        "warning[D009]: \(more) of \(file) could not be read\n"
          + "  = fix: the first 5 of a file are told with their places"))
  }
}
