import Basics
import Testing

@Suite struct QuotationMarksTests {
  @Test(
    "reads four marks",
    arguments: [
      ("„“‚‘", ["„", "“", "‚", "‘"]), ("« » “ ”", ["«", "»", "“", "”"]),
      ("«\u{202F} \u{202F}» ‹\u{A0} \u{A0}›", ["«\u{202F}", "\u{202F}»", "‹\u{A0}", "\u{A0}›"]),
    ])
  func readsFour(text: String, marks: [String]) throws {
    let found = try #require(QuotationMarks(text))
    #expect([found.open, found.close, found.innerOpen, found.innerClose] == marks)
  }

  @Test(
    "refuses what are not four",
    arguments: ["", "„“", "„“‚‘’", "«\u{202F}\u{202F}»", "« » “", "«« » “ ”", "«\t» “ ” ‘", "    "])
  func refusesOthers(text: String) {
    #expect(QuotationMarks(text) == nil)
  }
}
