import Basics
import Foundation
import MeadowCommand
import Templating
import Testing

/// Every example of `docs/templates.md` does what the page says.
@Suite struct TemplateDocumentTests {
  @Test(arguments: examples(in: "docs/templates.md"))
  func rendersAsDocumented(example: DocumentedExample) {
    let (html, found) = example.trial.render()
    if let wanted = example.error {
      #expect(html == nil && found.first?.text == wanted, "line \(example.line)")
    } else {
      #expect(found.map(\.text) == [], "line \(example.line)")
      #expect(
        html.map { String(decoding: $0, as: UTF8.self) } == example.output, "line \(example.line)")
    }
  }

  @Test(arguments: TemplateLanguage.filters + TemplateLanguage.tests)
  func namesEveryFilterAndTest(name: String) throws {
    let page = try String(
      contentsOf: repository.appendingPathComponent("docs/templates.md"), encoding: .utf8)
    #expect(page.contains("`\(name)`") || page.contains("`\(name)("), "\(name)")
  }

  @Test func findsTheExamples() {
    let all = examples(in: "docs/templates.md")
    #expect(all.count > 30 && all.count { $0.error != nil } >= 8)
    #expect(all.allSatisfy { ($0.output == nil) != ($0.error == nil) })
  }
}

/// A block `jinja`, perhaps a `json` with its values, and a block `html` or `text` (the error).
struct DocumentedExample: Sendable, CustomTestStringConvertible {
  var line: Int
  var template = ""
  var context = "{}"
  var output: String?
  var error: String?

  var testDescription: String { "line \(line)" }

  var trial: TemplateTrial {
    let text = SourceText(file: "page.html", text: template)
    return TemplateTrial(
      "page.html", of: [TemplateSource(name: "page.html", text: text)],
      context: SourceText(file: "values.json", text: context))
  }
}

func examples(in document: String) -> [DocumentedExample] {
  guard
    let text = try? String(contentsOf: repository.appendingPathComponent(document), encoding: .utf8)
  else { return [] }
  var found: [DocumentedExample] = []
  for (line, language, body) in fencedBlocks(of: text) {
    guard language != "jinja" else {
      found.append(DocumentedExample(line: line, template: body))
      continue
    }
    guard let last = found.indices.last else { continue }
    switch language {
    case "json": found[last].context = body
    case "html": found[last].output = body
    case "text": found[last].error = body
    default: break
    }
  }
  return found
}

private func fencedBlocks(of text: String) -> [(line: Int, language: String, body: String)] {
  var found: [(line: Int, language: String, body: String)] = []
  var open: (line: Int, language: String, lines: [Substring])?
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if !line.hasPrefix("```") {
      open?.lines.append(line)
    } else if let block = open {
      found.append((block.line, block.language, block.lines.joined(separator: "\n")))
      open = nil
    } else {
      open = (index + 1, String(line.dropFirst(3)), [])
    }
  }
  return found
}

let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
