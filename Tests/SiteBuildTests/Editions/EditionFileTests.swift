import Basics
import SiteBuild
import TestSupport
import Testing

@Suite struct EditionFileTests {
  private let sample = EditionFixture.text(
    "2018-08-31",
    rows: [
      EditionFixture.row("activity.items", "2017", #""value":670,"unit":"items""#),
      EditionFixture.row("activity.items", "2017-Q1", #""value":120,"unit":"items""#),
      EditionFixture.row("contributors", "2011", #""unit":"people","note":"suppressed""#),
      EditionFixture.row(
        "answered_within.24h", "2017",
        #""value":0.907692,"unit":"share","n":65,"low":0.81288,"high":0.957005"#),
    ],
    addresses: ["index.html", "communities/makers/index.html"])

  @Test func writesWhatItReadByteForByte() throws {
    let reading = EditionFixture.read(["2018-08-31": sample])
    #expect(reading.diagnostics.map(\.text) == [])
    let edition = try #require(reading.editions.first)
    #expect(edition.rows.count == 4)
    #expect(edition.addresses.map(\.text) == ["communities/makers/index.html", "index.html"])
    #expect(String(decoding: EditionFile.bytes(of: edition), as: UTF8.self) == sample)
  }

  @Test func readsEditionsOldestFirst() {
    let days = ["2018-08-31", "2016-01-01", "2017-12-31"]
    let texts = days.map { ($0, EditionFixture.text($0)) }
    let reading = EditionFixture.read(Dictionary(uniqueKeysWithValues: texts))
    #expect(reading.editions.map(\.day.description) == days.sorted())
  }

  @Test func readsOnlyTheEditionsBeforeADay() throws {
    let disk = MemoryFileSystem([
      "Content/editions/2017-08-31.ndjson": EditionFixture.text("2017-08-31"),
      "Content/editions/2018-08-31.ndjson": "damaged",
    ])
    let reading = readEditions(disk, before: CalendarDay("2018-08-31"))
    #expect(reading.editions.map(\.day.description) == ["2017-08-31"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func leavesNoTraceOfACommunity() throws {
    let edition = try #require(EditionFixture.read(["2018-08-31": sample]).editions.first)
    let text = String(
      decoding: EditionFile.bytes(of: edition.without("makers")), as: UTF8.self)
    #expect(!text.contains("makers"))
    #expect(text.contains("index.html"))
  }

  /// A line of the sample, what stands there instead, and what is said about it.
  @Test(arguments: [
    ("\"version\":1", "\"version\":2", "the edition is not of version 1", "1:1"),
    (
      "\"date\":\"2018-08-31\"", "\"date\":\"2018-08-30\"", "of another day than its file name",
      "1:1"
    ),
    ("meadow-edition", "garden-edition", "this is no edition", "1:1"),
    ("\"value\":120", "\"vaule\":120", "unknown field `vaule`", "3:84"),
    ("\"value\":120", "\"value\":\"120\"", "`value` is not a number", "3:92"),
    ("2017-Q1", "2017-Q5", "`period` is not a period", "3:58"),
    ("\"unit\":\"share\"", "\"unit\":\"apples\"", "`unit` is not a unit", "4:110"),
    ("\"n\":65", "\"n\":-65", "`n` is not a count", "4:122"),
    ("\"unit\":\"people\",", "\"value\":3,\"unit\":\"people\",", "either a value or a note", "5:1"),
    (
      "{\"community\":\"makers\",\"metric\":\"contributors\"",
      "{\"community\":\"others\",\"metric\":\"contributors\"",
      "does not name the community `others`", "5:1"
    ),
    (
      "{\"address\":\"index.html\"}", "{\"address\":\"../index.html\"}",
      "`address` is not a path inside the site", "7:12"
    ),
    ("{\"address\":\"index.html\"}", "[]", "a line is an object, not a list", "7:1"),
    ("{\"address\":\"index.html\"}", "{", "not a line of an edition", "7:"),
  ])
  func refusesALineThatIsNone(from: String, to: String, message: String, place: String) {
    let pieces = sample.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(pieces.count == 2)
    let reading = EditionFixture.read(["2018-08-31": pieces.joined(separator: to)])
    #expect(reading.editions.isEmpty)
    let text = reading.diagnostics.map(\.text).joined(separator: "\n")
    #expect(text.hasPrefix("error[E001]: ") && text.contains(message), "\(text)")
    #expect(text.contains("--> Content/editions/2018-08-31.ndjson:\(place)"), "\(text)")
  }

  @Test func saysHowToMendADamagedFile() {
    let edited = sample.replacing("\"value\":670", with: "\"vaule\":670")
    #expect(
      EditionFixture.read(["2018-08-31": edited]).diagnostics.map(\.text) == [
        #"""
        error[E001]: unknown field `vaule`
          --> Content/editions/2018-08-31.ndjson:2:81
        2 | {"community":"makers","metric":"activity.items","period":"2017","segment":"all","vaule":670,"unit":"items"}
          |                                                                                 ^ did you mean `value`?
        """#
      ])
  }

  @Test func refusesAnotherOrderOtherSpacingAndDoubles() {
    let lines = sample.split(separator: "\n").map { String($0) + "\n" }
    let texts: [(String, Int)] = [
      (lines[0] + lines[2] + lines[1], 2), (sample.replacing(":670", with: ": 670"), 2),
      (String(sample.dropLast()), 7), (sample + lines[6], 8),
      (lines[0] + lines[1] + lines[1].replacing("670", with: "671"), 3),
    ]
    for (text, line) in texts {
      let found = EditionFixture.read(["2018-08-31": text]).diagnostics
      #expect(found.map(\.code.id) == ["E002"])
      #expect(found.first?.location?.line == line, "\(text)")
    }
  }

  @Test func refusesFilesThatAreNotNamedAfterADay() {
    #expect(
      EditionFixture.read(["summer": sample]).diagnostics.map(\.text) == [
        """
        error[E003]: `Content/editions/summer.ndjson` is no edition
          --> Content/editions/summer.ndjson:1:1
          = fix: editions are named after their day: `2018-08-31.ndjson`
        """
      ])
  }
}
