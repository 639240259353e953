import Basics
import CommunityData
import MeadowCommand
import Measures
import Testing

@Suite struct LabelFileTests {
  private let codes = ["criticism", "praise"]

  @Test func readsTextsAndJudgements() throws {
    let csv = """
      title,text,media_type,language,praise,criticism\r
      Hm,"So, ""good""\nit is",text/html,en,yes,no\r
      ,plain,,,,yes

      """
    let texts = try LabelFile(Array(csv.utf8), name: "labels.csv", codes: codes).texts
    #expect(texts.map(\.content) == ["So, \"good\"\nit is", "plain"])
    #expect(texts.map(\.title) == ["Hm", ""])
    #expect(texts.map(\.language) == ["en", nil])
    #expect(texts.map(\.mediaType) == [.html, nil])
    #expect(
      texts.map(\.judged) == [["praise": true, "criticism": false], ["criticism": true]])
  }

  @Test(arguments: [
    (
      "text,praise\na,maybe\n",
      """
      error[R002]: `maybe` is no judgement of `praise`
        --> labels.csv:2:1
        = fix: write `yes`, `no` or nothing
      """
    ),
    (
      "text,prase\n",
      """
      error[R002]: the codex has no code `prase`
        --> labels.csv:1:1
        = fix: did you mean `praise`?
      """
    ),
    (
      "text,moss\n",
      """
      error[R002]: the codex has no code `moss`
        --> labels.csv:1:1
        = fix: known: criticism, praise
      """
    ),
    (
      "praise\nyes\n",
      """
      error[R002]: a file of judged texts has a column `text`
        --> labels.csv:1:1
        = fix: add `text`
      """
    ),
    (
      "text,praise\n\na, b,yes\n",
      """
      error[R002]: the record has 3 fields instead of 2
        --> labels.csv:3:1
        = fix: put a text with commas in quotation marks
      """
    ),
    (
      "text,media_type\na,text/rtf\n",
      """
      error[R002]: unknown media type `text/rtf`
        --> labels.csv:2:1
        = fix: known: text/markdown, text/html, text/plain
      """
    ),
    (
      "text,praise\n\"a,yes\n",
      """
      error[R002]: a quotation mark is not closed
        --> labels.csv:2:1
      """
    ),
  ])
  func tellsWhatIsWrong(csv: String, text: String) {
    do {
      _ = try LabelFile(Array(csv.utf8), name: "labels.csv", codes: codes)
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.text == text)
    }
  }
}
