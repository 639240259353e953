internal import Basics
internal import Foundation
internal import OpenWeb
internal import Testing

/// Each file under `Fixtures` is a page whose first line says what the check must find in it:
/// `<!-- expect: O1a 6:11, O2a 6:1 -->` or `<!-- expect: nothing -->`.
struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let names: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(".html") }.sorted()
  }()

  @Test(arguments: names)
  func findsWhatTheFixtureSays(name: String) throws {
    let bytes = Array(try Data(contentsOf: FixtureTests.folder.appendingPathComponent(name)))
    let text = String(decoding: bytes, as: UTF8.self)
    let first = try #require(text.split(whereSeparator: \.isNewline).first)
    let expected = try #require(first.split(separator: "expect: ").last?.dropLast(4))
    let found = checkSite(try site(with: bytes), baseURL: "https://insights.example/reports/")
    let places = found.map { diagnostic in
      let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "nowhere"
      return "\(diagnostic.code.id) \(place)"
    }
    let wanted = expected == "nothing" ? [] : expected.components(separatedBy: ", ")
    #expect(places.sorted() == wanted.sorted())
    #expect(found.allSatisfy { $0.location?.file == "pages/fixture.html" })
  }

  @Test func holdsAFailingAndAPassingPageForEachRule() throws {
    for rule in ["O1", "O2", "O3", "O4", "O5", "O6", "O8", "O9"] {
      let pages = try FixtureTests.names.filter { $0.hasPrefix(rule) }.map {
        try String(contentsOf: FixtureTests.folder.appendingPathComponent($0), encoding: .utf8)
      }
      #expect(pages.contains { $0.contains("expect: nothing") })
      #expect(pages.contains { !$0.contains("expect: nothing") })
    }
  }

  /// The fixture among the few files it may link to.
  private func site(with fixture: [UInt8]) throws -> BuiltSite {
    let policy = "default-src 'none'; img-src 'self' data:; style-src 'self'"
    let page = """
      <!doctype html><html lang="en"><head><title>T</title>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"></head>
      <body><p id="part">x</p></body></html>
      """
    var files = [OutputFile(path: try SitePath("pages/fixture.html"), bytes: fixture)]
    for path in ["index.html", "pages/other.html", "folder/index.html"] {
      files.append(OutputFile(path: try SitePath(path), bytes: Array(page.utf8)))
    }
    for path in ["style.css", "logo.png", "a b.txt", "data/a.csv", "data/a.json"] {
      files.append(OutputFile(path: try SitePath(path), bytes: []))
    }
    return BuiltSite(files: files)
  }
}
