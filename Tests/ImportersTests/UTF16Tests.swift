import Importers
import JSONText
import Testing

/// What Excel and PowerShell save in UTF-16 is read like anything else.
struct UTF16Tests {
  private func bytes(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  /// A sign of two units lies across the end of a piece with one of the beginnings.
  @Test(arguments: ["", "x"], [false, true])
  func readsTables(beginning: String, isLittleEndian: Bool) throws {
    let words = beginning + "na\u{EF}ve " + String(repeating: "\u{1F6F6}", count: 40_000)
    let text = "id\tpublished\tcontent\na\t2018-01-01\t\(words)\n"
    let table = try importing(
      ["t.tsv": bytes(text, isLittleEndian: isLittleEndian)], as: "csv")
    #expect(table.field("content", of: "a") == words)
  }

  @Test func readsJSON() throws {
    let issue = """
      {"number":2,"title":"Caf\u{E9}","created_at":"2018-01-02T00:00:00Z",
       "url":"https://api.github.com/repos/club/tool/issues/2"}
      """
    let club = try importing(["a.json": bytes(issue, isLittleEndian: true)], as: "auto")
    #expect(club.field("name", of: "club/tool#2") == "Caf\u{E9}")
  }

  @Test func marksAPairThatIsCutOff() throws {
    let text = bytes("id,published,content\na,2018-01-01,\u{1F6F6}", isLittleEndian: true)
    let table = try importing(["t.csv": Array(text.dropLast(2))], as: "csv")
    #expect(table.field("content", of: "a") == "\u{FFFD}")
  }
}
