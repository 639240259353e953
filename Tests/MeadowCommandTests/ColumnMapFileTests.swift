import Basics
import CommunityData
import Importers
import MeadowCommand
import Testing

/// What the file of `--columns` may say, and what is said when it does not.
struct ColumnMapFileTests {
  private func map(_ text: String) throws -> ColumnMap {
    try columnMap(of: SourceText(file: "columns.yaml", text: text))
  }

  @Test func readsColumnsAndHowValuesAreWritten() throws {
    let read = try map(
      """
      columns:
        published: sent_at
        attributedTo: user.name
      times: milliseconds
      mediaType: text/html
      type: comment
      """)
    #expect(
      read
        == ColumnMap(
          columns: [.published: "sent_at", .attributedTo: "user.name"], times: .milliseconds,
          mediaType: .html, type: .comment))
  }

  @Test(arguments: [
    (
      "columns:\n  publised: a\n",
      """
      error[I012]: unknown field `publised` in a column map
        --> columns.yaml:2:3
      2 |   publised: a
        |   ^^^^^^^^ did you mean `published`?
      """
    ),
    (
      "columns:\n  published: a\ntime: iso\n",
      """
      error[I012]: unknown key `time` in a column map
        --> columns.yaml:3:1
      3 | time: iso
        | ^^^^ did you mean `times`?
      """
    ),
    (
      "columns:\n  published: a\ntimes: minutes\n",
      """
      error[I012]: `times` does not know the text `minutes`
        --> columns.yaml:3:8
      3 | times: minutes
        |        ^^^^^^^ one of iso, seconds, milliseconds, microseconds
      """
    ),
    (
      "columns: sent_at\n",
      """
      error[I012]: `columns` wants a map, not the text `sent_at`
        --> columns.yaml:1:10
      1 | columns: sent_at
        |          ^^^^^^^ write `field: column` lines
      """
    ),
  ])
  func saysWhatIsWrong(text: String, finding: String) {
    let found = #expect(throws: Diagnostic.self) { try map(text) }
    #expect(found?.text == finding)
  }

  @Test func wantsOneColumnForAField() {
    let found = #expect(throws: Diagnostic.self) { try map("columns:\n  published: [a]\n") }
    #expect(found?.message == "`published` wants the name of a column, not a list")
    #expect(found?.location?.line == 2)
  }

  @Test func wantsAColumnForTheMoment() {
    let found = #expect(throws: Diagnostic.self) { try map("columns:\n  id: a\n") }
    #expect(found?.message == "the map names no column for `published`")
    #expect(found?.fix == "add it to `columns:`")
  }
}
