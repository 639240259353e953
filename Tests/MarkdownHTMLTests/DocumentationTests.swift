import Foundation
import MarkdownHTML
import Testing

/// Every pair of examples in `docs/markdown.md`.
@Suite struct DocumentationTests {
  static let examples: [(markdown: String, html: String)] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/markdown.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var found: [(String, String)] = []
    var open: (fence: String, name: String, lines: [Substring])?
    var markdown: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        guard line == block.fence else {
          open?.lines.append(line)
          continue
        }
        let body = block.lines.joined(separator: "\n") + "\n"
        if block.name == "markdown" { markdown = body }
        if block.name == "html", let source = markdown {
          found.append((source, body))
          markdown = nil
        }
        open = nil
      } else if line.hasPrefix("```") {
        let fence = line.prefix { $0 == "`" }
        open = (String(fence), String(line.dropFirst(fence.count)), [])
      }
    }
    return found
  }()

  @Test func findsTheExamples() {
    #expect(Self.examples.count >= 11)
  }

  @Test(arguments: examples.indices)
  func rendersWhatIsShown(index: Int) {
    let (markdown, expected) = Self.examples[index]
    #expect(html(markdown) == expected)
  }
}
