import MeadowCommand
import Testing

/// What `meadow explain` says to a name that nothing has.
@Suite struct ExplainTextTests {
  @Test(arguments: [
    ("T0003", nil, "did you mean `T003`?"),
    ("insights/frist/", "did you mean `insights/first/`?", "did you mean `insights/first/`?"),
    (
      "zzz", nil,
      "codes are written as T003, pages as insights/first/ or Content/insights/first.md, figures as "
        + "insights/first#fig-1 or METRIC@COMMUNITY/PERIOD/SEGMENT"
    ),
  ])
  func namesTheNearest(what: String, page: String?, near: String) {
    #expect(
      ExplainText.unknown(what, nearestPage: page)
        == "there is no code, no page and no figure `\(what)`: \(near)")
  }
}
