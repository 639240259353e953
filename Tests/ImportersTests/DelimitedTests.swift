import CommunityData
import Importers
import JSONText
import Testing

/// Damaged and unusual tables, by way of the Gitter importer.
struct DelimitedTests {
  private static func row(_ number: Int, _ text: String = "text") -> String {
    let id = "m\(number)"
    return "r\tClub/Main\t2016-06-01T10:00:00.000Z\tu1\tann\t\(id)\t\(text)"
  }

  private func table(_ text: String) throws -> Imported {
    try importing(["Main.tsv": text], as: "gitter")
  }

  @Test(arguments: ["\n", "\r\n"])
  func readsBothLineEnds(end: String) throws {
    let text = DelimitedTests.row(1) + end + DelimitedTests.row(2, "a\rb") + end
    let dump = try table(text)
    #expect(dump.field("content", of: "m1") == "text")
    #expect(dump.field("content", of: "m2") == "a\rb")
  }

  @Test func readsALastLineWithoutItsEnd() throws {
    let dump = try table(DelimitedTests.row(1) + "\n" + DelimitedTests.row(2, "\"q\""))
    #expect(dump.items.count == 2)
    #expect(dump.field("content", of: "m2") == "q")
  }

  @Test func passesOverAByteOrderMarkAndEmptyLines() throws {
    let dump = try table(
      "\u{FEFF}" + DelimitedTests.row(1) + "\n\n\n" + DelimitedTests.row(2) + "\n")
    #expect(dump.result.manifest.counts.read == 2)
    #expect(dump.items.count == 2)
  }

  @Test(arguments: [
    ("\"a \"\"b\"\" c\"", "a \"b\" c"), ("a \"b\" c", "a \"b\" c"), ("\"tab\there\"", "tab\there"),
    ("\"line\nline\r\nline\"", "line\nline\r\nline"), ("\"\"\"\"", "\""),
  ])
  func readsQuotationMarks(written: String, value: String) throws {
    let dump = try table(DelimitedTests.row(1, written) + "\n" + DelimitedTests.row(2) + "\n")
    #expect(dump.field("content", of: "m1") == value)
    #expect(dump.items.count == 2)
  }

  @Test(arguments: [
    ("r\tClub/Main\t2016-06-01", "it has another number of columns than 7: 3"),
    (DelimitedTests.row(2) + "\textra", "it has another number of columns than 7: 8"),
    (DelimitedTests.row(2, "\"a\" b"), "there is text behind a closing quotation mark"),
    (
      "r\tClub/Main\tyesterday\tu1\tann\tm2\ttext", "the time is not one: xxxxxxxxx"
    ),
    (
      "r\tClub/Main\t2016-06-01T10:00:00\tu1\tann\tm2\ttext",
      "the time is not one: 2016-06-01T10:00:00"
    ),
    ("\t\t2016-06-01T10:00:00Z\tu1\tann\tm2\ttext", "it names no room"),
    ("r\tClub/Main\t2016-06-01T10:00:00Z\tu1\tann\t\ttext", "it has no message id"),
    (
      "r\tClub/Main\t9999-06-01T10:00:00Z\tu1\tann\tm2\ttext",
      "it is dated after the export was made: 9999-06-01T10:00:00Z"
    ),
  ])
  func quarantinesOneRecord(bad: String, reason: String) throws {
    let dump = try table(DelimitedTests.row(1) + "\n\(bad)\n" + DelimitedTests.row(3) + "\n")
    #expect(Set(dump.items.keys) == ["m1", "m3"])
    #expect(dump.quarantine.map { $0["reason"]?.string } == [reason])
    #expect(dump.quarantine.first?["place"]?.string == "Main.tsv:2:1")
    #expect(dump.quarantine.first?["text"]?.string == shape(of: bad))
    #expect(dump.result.manifest.counts.addUp)
  }

  @Test func quarantinesInvalidUTF8() throws {
    let bytes =
      Array((DelimitedTests.row(1) + "\n" + DelimitedTests.row(2)).utf8) + [0xC3, 0x0A]
      + Array(DelimitedTests.row(3).utf8)
    let dump = try importing(["Main.tsv": bytes], as: "gitter")
    #expect(Set(dump.items.keys) == ["m1", "m3"])
    #expect(dump.quarantine.first?["reason"]?.string == "it is not UTF-8")
    #expect(dump.quarantine.first?["text"]?.string == shape(of: DelimitedTests.row(2)) + "x")
  }

  @Test func losesOneLineToAQuotationMarkThatIsNotClosed() throws {
    let dump = try table(
      DelimitedTests.row(1) + "\n" + DelimitedTests.row(2, "\"open") + "\n" + DelimitedTests.row(3)
        + "\n")
    #expect(Set(dump.items.keys) == ["m1", "m3"])
    #expect(dump.quarantine.map { $0["reason"]?.string } == ["a quotation mark is not closed"])
  }

  @Test func setsAsideALineOfManyMegabytes() throws {
    let long = "\"" + String(repeating: "a", count: 3 << 20)
    let dump = try table(
      DelimitedTests.row(1) + "\n" + long + "\n" + DelimitedTests.row(3) + "\n")
    #expect(Set(dump.items.keys) == ["m1", "m3"])
    #expect(dump.result.manifest.counts.quarantined >= 1)
  }

  @Test func keepsTheFirstOfTwoMessagesWithOneID() throws {
    let dump = try table(
      DelimitedTests.row(1, "one") + "\n" + DelimitedTests.row(1, "two") + "\n")
    #expect(dump.result.manifest.counts.items == 1)
    #expect(dump.result.manifest.counts.withheld == ["other copy of the same id": 1])
  }
}
