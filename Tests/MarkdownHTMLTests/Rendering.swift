import Basics
import MarkdownHTML
import Testing

/// The components the tests know.
let componentNames: Set<String> = ["chart", "table", "figures", "quote", "note"]

func render(_ markdown: String, smart: Bool = false) -> RenderedMarkdown {
  renderMarkdown(
    SourceText(file: "page.md", text: markdown),
    MarkdownOptions(componentNames: componentNames, smartPunctuation: smart))
}

extension RenderedMarkdown {
  /// The HTML with `{value}`, `{attribute}`, `{component}` and the addresses themselves in the holes.
  var filled: String {
    var output: [UInt8] = []
    write(to: &output) { piece, output in
      switch piece {
      case .html, .imageSize: break
      case .inlineValue(let index):
        output += "{\(inlineValues[index].expression)}".utf8
      case .attributeValue(let index):
        output += "{\(inlineValues[index].expression)}".utf8
      case .component(let index): output += "{\(components[index].name)}\n".utf8
      case .destination(let index):
        AddressEscaping.append(links[index].destination.utf8, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  var codes: [String] { diagnostics.map(\.code.id) }
}

/// With smart punctuation and the marks of a language.
func html(_ markdown: String, marks: String) throws -> String {
  var options = MarkdownOptions(componentNames: componentNames, smartPunctuation: true)
  options.quotationMarks = try #require(QuotationMarks(marks))
  return renderMarkdown(SourceText(file: "page.md", text: markdown), options).filled
}

func html(_ markdown: String, smart: Bool = false) -> String {
  render(markdown, smart: smart).filled
}
