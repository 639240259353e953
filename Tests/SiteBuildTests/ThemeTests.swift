import Foundation
import SiteBuild
import TestSupport
import Testing

/// Single tokens of a site's own, and what the build says about their colours.
@Suite struct ThemeTests {
  private static let chart = """
    ---
    title: About
    ---

    ```chart
    title: T
    metric: activity.items
    period: week
    ```
    """

  private func build(_ tokens: String) throws -> SampleBuild {
    try SampleSite().with([
      "Templates/tokens.css": tokens, "Content/pages/about.md": Self.chart,
    ]).build()
  }

  @Test func putsTokensBehindTheThemesOwn() throws {
    let build = try build(":root{--c1:#1b3f8b}\n")
    #expect(build.findings == [])
    let sheet = build.page("style.css")
    #expect(sheet.hasSuffix(":root{--c1:#1b3f8b}\n") && sheet.contains("--c1:#244a93"))
    let drawing = build.page("about/fig-1.svg")
    #expect(drawing.contains(".k1{stroke:#1b3f8b}") && !drawing.contains(".k1{stroke:#244a93}"))
  }

  @Test(
    "sends no comments",
    arguments: [
      ("/* a */ p { x : y }\n\n\n  b{}\n", "p { x : y }\nb{}\n"), ("a/**/b{}", "a b{}"),
      ("/*! licence */\np{}", "/*! licence */\np{}"), ("p::before{content:'/* no */  x'}", nil),
      ("p{content:\"\\\"/*\"}/* \" */", "p{content:\"\\\"/*\"} "), ("/* open", ""), ("'open", nil),
    ] as [(String, String?)])
  func sendsNoComments(sheet: String, sent: String?) {
    let bytes = StyleBytes.sent(Array(sheet.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == sent ?? sheet)
  }

  @Test func keepsThemesApart() throws {
    let build = try build(
      """
      /* --c1:#000000 */
      @media print{:root{--c1:#ff0000}}
      @media screen and (prefers-color-scheme:dark){ :root { --c1 : #8ab8f8 ; } }
      .other{--c1:#00ff00}
      """)
    let drawing = build.page("about/fig-1.svg")
    #expect(drawing.contains(".k1{stroke:#244a93}"))
    #expect(drawing.contains("@media (prefers-color-scheme:dark){"))
    #expect(drawing.contains(".k1{stroke:#8ab8f8}"))
    #expect(!drawing.contains("#ff0000") && !drawing.contains("#00ff00"))
  }

  @Test func warnsOfATokenThatNothingUses() throws {
    let found = try build(":root{\n  --lnk: #1a4fa3;\n}\n").findings
    #expect(
      found == [
        """
        warning[S046]: nothing uses the token `--lnk`
          --> Templates/tokens.css:2:3
        2 |   --lnk: #1a4fa3;
          |   ^^^^^ did you mean `--ink`?
        """
      ])
  }

  @Test(
    "takes tokens that are used, and such as are like none",
    arguments: [
      ":root{--lnk:#1a4fa3} a{color:var( --lnk )}", ":root{--of-my-own:#1a4fa3}",
      "/* --lnk: x */ a{content:'--lnk:'}", ".block--lnk:hover{color:var(--link)}",
      ":root{ --link : #1a4fa3 }",
    ])
  func takesTokensThatMeanSomething(tokens: String) throws {
    #expect(try build(tokens).findings == [])
  }

  @Test func warnsOfColoursThatSomeCannotSee() throws {
    let found = try build(":root{\n  --c3: #7fc8b0;\n}\n").findings
    #expect(
      found.first == """
        warning[C001]: in the light theme `--c3` #7fc8b0 has a contrast of 1.95 to 1 on `--bg` #ffffff
          --> Templates/tokens.css:2:9
        2 |   --c3: #7fc8b0;
          |         ^^^^^^^ it needs 4.5 to 1
        """)
    // Set for light alone, it holds in the dark too, where it can be seen.
    #expect(found.allSatisfy { !$0.contains("dark theme `--c3` #7fc8b0 has a contrast") })
  }

  @Test func warnsOfColoursThatSomeCannotTellApart() throws {
    let found = try build(":root{--c3:#3d6b2f}").findings
    #expect(found.contains { $0.contains("`--c1` #244a93 and `--c3` #3d6b2f are 6.2 apart") })
  }

  @Test func refusesATokenThatLoadsSomething() throws {
    let found = try build(":root{--bg:url(https://cdn.example/a.png)}").findings
    #expect(found.contains { $0.hasPrefix("error[O1a]") })
  }

  @Test func takesTheExampleOfTheDocumentation() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../docs/theme.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let example = try #require(text.firstMatch(of: /```css\n(.*?)```/.dotMatchesNewlines())).1
    let build = try build(String(example))
    #expect(build.findings == [])
    #expect(build.page("about/fig-1.svg").contains(".k1{stroke:#1b3f8b}"))
  }
}
