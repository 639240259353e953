import Basics
import Testing

@Suite struct TextPatternTests {
  @Test func fillsItsGaps() throws {
    let pattern = try TextPattern("{n} of {all}, {n}!")
    #expect(pattern.gaps == ["n", "all"])
    #expect(pattern.filled(["n": "3", "all": "7"]) == "3 of 7, 3!")
    #expect(pattern.plain == nil)
    #expect(try TextPattern("plain").plain == "plain")
    #expect(try TextPattern("Week of {day}").lead == "Week of ")
  }

  @Test(
    "says what is no gap",
    arguments: [
      ("a {b", "a brace that opens or closes no gap"),
      ("a } b", "a brace that opens or closes no gap"),
      ("a {} b", "`{}` is no name of a gap"), ("{a b}", "`{a b}` is no name of a gap"),
      ("{N}", "`{N}` is no name of a gap"),
    ])
  func refuses(text: String, message: String) {
    #expect(throws: TextPatternFault(message: message)) { try TextPattern(text) }
  }
}

@Suite struct WordingTests {
  private func wording() throws -> Wording {
    var parts = WordingParts(language: "en", formats: .english)
    parts.continuesInSmallLetters = true
    parts.messages = [
      "files": .counted([.one: try TextPattern("a file"), .other: try TextPattern("{n} files")]),
      "from": .plain(try TextPattern("from {place}")),
    ]
    return Wording(parts)
  }

  @Test func choosesAFormAndWritesNumbers() throws {
    let wording = try wording()
    #expect(wording.text(key: "files", ["n": .count(1)]) == "a file")
    #expect(wording.text(key: "files", ["n": .count(1204)]) == "1,204 files")
    #expect(wording.text(key: "from", ["place": .text("{x}")]) == "from {x}")
  }

  @Test(
    "goes on in small letters but for names of months and what is no word",
    arguments: [
      ("Week of 3 Feb", "week of 3 Feb"), ("A quarter", "a quarter"),
      ("Jun\u{A0}2018", "Jun\u{A0}2018"), ("March", "March"), ("Q2\u{A0}2018", "Q2\u{A0}2018"),
      ("2018", "2018"), ("Whole time", "whole time"),
    ])
  func goesOn(label: String, inside: String) throws {
    #expect(try wording().continued(label) == inside)
  }
}
