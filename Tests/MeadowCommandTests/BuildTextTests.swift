import MeadowCommand
import SiteBuild
import Templating
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
    #expect(TimeTable.text([(name: String, time: Duration)]()) == "")
  }

  @Test func tabulatesWhatTemplatesTook() {
    let uses = [
      TemplateMeter.Use(template: "insight.html", calls: 15, time: .microseconds(31_000)),
      TemplateMeter.Use(template: "a.html", calls: 1, time: .microseconds(400)),
    ]
    #expect(
      TimeTable.text(uses) == """
        template      calls  ms  µs each
        insight.html     15  31     2066
        a.html            1   0      400
        """)
    #expect(
      TimeTable.text([TemplateMeter.Use]()) == "no template was rendered: nothing had changed")
  }

  @Test func showsHowFarThingsAre() {
    #expect(
      ProgressText.phase(.rendering, seconds: 4) == "[#######.............] rendering, 4 s")
    #expect(
      ProgressText.phase(.comparing, seconds: 1) == "[....................] comparing, 1 s")
    #expect(
      ProgressText.records(12_000, percent: 50, seconds: 4)
        == "[##########..........] 50%  12,000 records, 3,000 a second")
    #expect(
      ProgressText.records(7, percent: 100, seconds: 0)
        == "[####################] 100%  7 records, 7 a second")
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
