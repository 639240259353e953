internal import Basics
internal import Foundation
internal import OpenWeb
internal import Testing

/// Not a test of its own: `Tests/oracles/html_parse.py` sets the two variables and holds what is
/// written here against html5lib.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["HTML_PAGES"] != nil))
struct TokenDumpTests {
  private struct StartTag: Encodable {
    var name: String
    var attributes: [[String]]
  }

  @Test func dumpsStartTags() throws {
    let environment = ProcessInfo.processInfo.environment
    let pages = URL(fileURLWithPath: try #require(environment["HTML_PAGES"]))
    let dump = URL(fileURLWithPath: try #require(environment["HTML_TOKENS"]))
    var lines: [Data] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: pages.path).sorted() {
      let bytes = Array(try Data(contentsOf: pages.appendingPathComponent(name)))
      lines.append(try JSONEncoder().encode(startTags(of: bytes)))
    }
    try Data(lines.joined(separator: Data("\n".utf8))).write(to: dump)
  }

  private func startTags(of bytes: [UInt8]) -> [StartTag] {
    let page = BuiltPage(SourceText(file: "page.html", bytes: bytes))
    return page.tokens.filter { $0.kind == .startTag }.map { token in
      StartTag(
        name: page.name(of: token),
        attributes: page.attributes(of: token).map { [page.name(of: $0), page.value(of: $0)] })
    }
  }
}
