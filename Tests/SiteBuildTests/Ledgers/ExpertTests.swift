import Basics
import LinkDirectory
import SiteBuild
import Testing

/// Experts are there by their own yes alone, and by name only with another one.
@Suite struct ExpertTests {
  private static let files = [
    "Content/experts/yolanda-quux.md": """
    ---
    name: Yolanda Quux
    person: p-0007
    role: Welder
    subjects: [welding]
    contact: https://makers.example/ask
    languages: [de]
    ---
    """,
    "Content/corrections/no.md": """
    ---
    title: Not so
    date: 2020-02-03
    kind: dissent
    about: [experts/yolanda-quux]
    ---
    """,
    "Content/pages/about.md": """
    ---
    title: About
    ---

    Ask [somebody](../experts/yolanda-quux.md).
    """,
  ]

  private func site(_ scopes: [ConsentScope]) throws -> SampleBuild {
    let site = try ConsentSite(Self.files)
    try site.grantPersonally(scopes)
    let build = try site.build()
    #expect(build.diagnostics.filter { $0.severity == .error } == [])
    return build
  }

  @Test func namesWhoAllowsIt() throws {
    let build = try site([.expert, .name])
    let page = build.page("experts/index.html")
    #expect(page.contains("<li id=\"p-0007\">"))
    #expect(page.contains("<h3>Yolanda Quux</h3>"))
    #expect(page.contains("<dt>Can be asked about</dt> <dd>welding</dd>"))
    #expect(page.contains("<dt>Languages</dt> <dd>Deutsch</dd>"))
    #expect(build.page("about/index.html").contains("href=\"../experts/index.html#p-0007\""))
    #expect(build.page("corrections/index.html").contains(">Yolanda Quux</a>"))
  }

  @Test func callsWhoDoesNotByTheirRoleEverywhere() throws {
    let build = try site([.expert])
    #expect(build.page("experts/index.html").contains("<h3>Welder</h3>"))
    for (path, file) in build.files {
      let text = (path + file).lowercased()
      #expect(!text.contains("yolanda") && !text.contains("quux"), "\(path)")
    }
  }
}
