import Basics
import OpenWeb
import SiteBuild
import Testing

/// The rules during a build say of a page what they say of it in a folder.
struct AgreementTests {
  /// A file that breaks several rules, among them such as concern two files.
  private static let broken = """
    <!doctype html><html lang="en"><head><title>T</title></head><body>
    <p id="a" onclick="x()">One</p><p id="a">two</p>
    <script>x()</script><form><input name="q"></form>
    <a href="nowhere.html">a</a><a href="about/index.html#nowhere">b</a><a href="javascript:x">c</a>
    <img src="https://elsewhere.example/a.png" alt="">
    <a href="https://makers.example/" rel="nofollow" ping="/p">d</a>
    <article class="insight">e</article><figure class="fig"></figure>
    </body></html>
    """

  private static let searching = [
    "Content/site.yaml": """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/reports
    data_licence: CC-BY-4.0
    search: pagefind
    """
  ]

  /// As a site that searches has it, with links that lead nowhere elsewhere.
  private static let search =
    (try? SampleSite().with(searching).build().page("search/index.html")) ?? ""

  @Test(arguments: [
    [:], ["Content/static/broken.html": broken],
    ["Content/static/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"],
    ["Content/static/a.css": "@import 'https://elsewhere.example/a.css';"], searching,
    // The search page under another name, and on a site without one under its own.
    ["Content/static/found/index.html": search], ["Content/static/search/index.html": search],
    ["Content/static/search/index.html": search.replacing("150", with: "15")],
  ])
  func bothChecksAgree(files: [String: String]) throws {
    let build = try SampleSite().with(files).build()
    let during = build.diagnostics.filter { $0.code.id.hasPrefix("O") }.map(\.text)
    let output = try build.files.map { path, text in
      OutputFile(path: try SitePath(path), bytes: Array(text.utf8))
    }
    let after = checkSite(BuiltSite(files: output), baseURL: "https://insights.example/reports")
    #expect(during == after.map(\.text))
    let isFine = files.isEmpty || files == Self.searching
    #expect(during.isEmpty == isFine)
  }
}
