internal import ArgumentParser
internal import Basics
internal import JSONText
internal import Templating

/// For the comparisons with Jinja2, which would else start a program for each of 50,000 templates.
struct RenderStreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Reads trials of templates, a JSON object a line, and answers each with a line.",
    shouldDisplay: false)

  func run() throws {
    while let line = readLine() {
      var writer = JSONWriter()
      writer.object { answer(Array(line.utf8), in: &$0) }
      writer.endLine()
      Console().write(writer.bytes)
    }
  }

  private func answer(_ line: [UInt8], in writer: inout JSONWriter) {
    do throws(JSONFault) {
      let (html, found) = renderTrial(try JSONValue(parsing: line))
      if let html {
        writer.field("out", String(decoding: html, as: UTF8.self))
      } else {
        writer.field("err", found.map(\.text).joined(separator: "\n"))
      }
    } catch {
      writer.field("err", error.reason)
    }
  }
}

/// A trial as `Tests/oracles/fuzz_templates.py` writes it; fields left out mean the defaults.
private func renderTrial(_ given: JSONValue) -> (html: [UInt8]?, diagnostics: [Diagnostic]) {
  var options = TemplateOptions()
  options.checking = checkings[given["checking"]?.string ?? "lenient"] ?? .lenient
  options.autoescape = given["autoescape"]?.bool ?? true
  options.trimBlocks = given["trim_blocks"]?.bool ?? false
  options.lstripBlocks = given["lstrip_blocks"]?.bool ?? false
  options.keepTrailingNewline = given["keep_trailing_newline"]?.bool ?? false
  let others = given["templates"]?.object ?? []
  let main = JSONField(name: "main.html", value: given["source"] ?? JSONValue(.string("")))
  let sources = ([main] + others).map { field in
    let text = SourceText(file: field.name, text: field.value.string ?? "")
    return TemplateSource(name: field.name, text: text)
  }
  let trial = TemplateTrial(
    main.name, of: sources, context: SourceText(file: "context.json", bytes: []), options: options)
  return trial.render(with: templateEntries(given["context"]?.object ?? []))
}

private let checkings: [String: TemplateOptions.Checking] = [
  "strict": .strict, "lenient": .lenient, "lenient-strict-undefined": .lenientStrictUndefined,
]
