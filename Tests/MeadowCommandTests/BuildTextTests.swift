import MeadowCommand
import Testing

/// What `meadow build` says and lists besides findings.
@Suite struct BuildTextTests {
  @Test func alignsTheTimesOfPhases() {
    #expect(
      TimeTable.text([
        ("comparing", .milliseconds(3)), ("rendering", .milliseconds(81_234)),
        ("listing", .microseconds(999)),
      ]) == """
        comparing        3 ms
        rendering    81234 ms
        listing          0 ms
        """)
    #expect(TimeTable.text([]) == "")
  }

  @Test(arguments: [
    (ChangeListForm.files, "a/index.html\nstyle.css\n"),
    (
      .addresses,
      "https://x.example/a/\nhttps://x.example/a/index.html\nhttps://x.example/style.css\n"
    ),
  ])
  func listsAFileALine(form: ChangeListForm, text: String) {
    let files = ["a/index.html", "style.css"]
    #expect(ChangeListForm.text(files, as: form, baseURL: "https://x.example/") == text)
    #expect(ChangeListForm.text([], as: form, baseURL: "https://x.example/") == "")
  }

  @Test func wantsAListForItsForm() {
    #expect(
      CommandReference.fault(of: ["build", "--changed-as", "addresses"])?
        .contains("--changed-as goes with --changed or --removed") == true)
    #expect(
      CommandReference.fault(of: ["build", "--changed", "-", "--changed-as", "addresses"]) == nil)
  }
}
