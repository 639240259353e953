import Foundation
import Importers
import Testing

/// What the catalogue says of the formats is what the documentation says.
struct CatalogueTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../docs/importers").standardizedFileURL

  private func page(_ name: String) throws -> String {
    try String(
      contentsOf: CatalogueTests.folder.appendingPathComponent(name + ".md"), encoding: .utf8)
  }

  @Test func listsFormatsByName() {
    let names = ImporterCatalogue.formats.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
  }

  @Test func theTableOfTheDocumentationIsThatOfTheCatalogue() throws {
    let rows = ImporterCatalogue.formats.map(\.row).joined(separator: "\n")
    #expect(try page("README").contains("\(ImportFormat.heading)\n\(rows)\n"))
  }

  @Test(arguments: ImporterCatalogue.formats.map(\.name))
  func everyFormatHasAPage(name: String) throws {
    let format = try #require(ImporterCatalogue.formats.first { $0.name == name })
    let text = try page(name)
    #expect(format.page == "docs/importers/\(name).md")
    #expect(text.contains("meadow import \(name) "))
    #expect(text.contains("**How to get it.**"))
    #expect(text.contains("**Measurable:**"))
    // The example of `--list` stands there, in lines of its own.
    let words = { (text: String) in
      text.split { $0.isWhitespace || $0 == "\\" }.joined(separator: " ")
    }
    #expect(words(text).contains(words(format.example)))
  }
}
