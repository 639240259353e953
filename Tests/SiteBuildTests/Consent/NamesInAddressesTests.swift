import Basics
import SiteBuild
import TestSupport
import Testing

/// A name is told by no address either, in none of the forms that the build itself gives it there.
@Suite struct NamesInAddressesTests {
  private static let asked = "Content/communities/asked.md"

  /// A site with a page that names somebody in a tag, in a heading and in a link to that.
  private func files(naming name: String, anchor: String = "x") -> [String: String] {
    [
      "Content/notes/day.md": """
      ---
      title: A day
      date: 2020-02-02
      tags: ["\(name)", welding]
      ---

      ## \(name)

      See [above](#\(anchor)) what the word rd means.

      ## x
      """
    ]
  }

  /// The file of a community that was asked and has not answered.
  private func asked(_ name: String) -> [String: String] {
    [
      Self.asked: """
      ---
      name: "\(name)"
      kind: Chat
      summary: They were asked.
      basis: consent
      ---
      """
    ]
  }

  @Test(arguments: [
    "Plain Forum", "Miller's Node.js Forum", "St. Gallen", "R&D Forum", "Dev: Talk (Berlin)",
    "Either/Or, Zürich", "Straße.de am Ort", "makers.berlin",
  ]) func holdNoName(_ name: String) throws {
    let folded = CanaryEncoding.folded(name)
    let files = files(naming: name)
    let told = try ConsentSite(files).build()
    #expect(told.files.keys.contains { CanaryEncoding.folded($0).contains(folded) })
    let build = try ConsentSite(files.merging(asked(name)) { $1 }).build()
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    #expect(build.page("notes/day/index.html").contains(">[withdrawn]</h2>"))
    #expect(build.files["tags/welding/index.html"] != nil)
    for (path, text) in build.files {
      #expect(!CanaryEncoding.folded(path).contains(folded), "\(path)")
      #expect(!CanaryEncoding.folded(CanaryEncoding.readable(text)).contains(folded), "\(path)")
    }
  }

  /// Beside `C Forum` the tag is called `c-sharp-forum`.
  @Test func holdNoNameWhoseSignsAreToldInWords() throws {
    let files = files(naming: "C# Forum\", \"C Forum")
    let address = "tags/c-sharp-forum/index.html"
    #expect(try ConsentSite(files).build().files[address] != nil)
    let build = try ConsentSite(files.merging(asked("C# Forum")) { $1 }).build()
    #expect(!build.diagnostics.hasErrors, "\(build.findings)")
    for (path, text) in build.files {
      #expect(!path.contains("sharp") && !text.contains("sharp"), "\(path)")
    }
  }

  @Test func stillLeadToTheirHeading() throws {
    let name = "Miller's Node.js Forum"
    let files = files(naming: name, anchor: "millers-nodejs-forum")
    let page = try ConsentSite(files.merging(asked(name)) { $1 }).build()
      .page("notes/day/index.html")
    let id = try #require(page.firstMatch(of: /<h2 id="(withdrawn-[0-9]+)">\[withdrawn\]/)).1
    #expect(page.contains("href=\"#\(id)\""))
  }

  /// What is left of a name without its signs may be a word of everybody's.
  @Test func leaveShortWordsAlone() throws {
    let page = try ConsentSite(files(naming: "R&D").merging(asked("R&D")) { $1 }).build()
      .page("notes/day/index.html")
    #expect(page.contains("[withdrawn]"))
    #expect(page.contains("what the word rd means"))
  }
}
