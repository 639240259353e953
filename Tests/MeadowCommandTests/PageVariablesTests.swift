import Foundation
import SiteBuild
import Templating
import Testing

/// `docs/page-variables.md` says what `pageEntries` promises; `RECORD_GOLDEN=1` writes it anew.
@Suite struct PageVariablesTests {
  @Test func documentsEveryVariable() throws {
    try expectRecorded(PageVariables(pageEntries).text, at: "docs/page-variables.md")
  }

  @Test func saysWhatEachVariableIs() {
    for model in pageEntries.map(\.model) + [templateQueryModel] {
      for field in model.fields { #expect(!field.doc.isEmpty, "\(field.name)") }
    }
  }
}

/// The reference of what templates may read: a table for each template, then one for each record.
private struct PageVariables {
  private var records: [RecordModel] = []
  private let entries: [TemplateEntry]

  init(_ entries: [TemplateEntry]) {
    self.entries = entries
    for entry in entries { collect(entry.model) }
  }

  var text: String {
    let pages = entries.map { "## `\($0.template)`: \($0.model.name)\n\n\(table($0.model))" }
    let parts = records.sorted { ($0.name, $0.fields.count) < ($1.name, $1.fields.count) }
      .map { "### \($0.name)\n\n\(table($0))" }
    return """
      # What templates may read

      Each template is given these variables and no others; how templates are written is told in
      [templates.md](templates.md). What may be missing must be guarded (`{% if value %}` or
      `value|default('…')`). This page is written by a test from the models that templates are
      checked against.

      \(pages.joined(separator: "\n\n"))

      ## `query("name")`, in any template

      What a query of `Templates/queries` gave; its rows have a field for each column.

      \(table(templateQueryModel))

      ## Records

      \(parts.joined(separator: "\n\n"))

      """
  }

  private mutating func collect(_ model: RecordModel) {
    for field in model.fields {
      guard let record = record(in: field.type), !records.contains(record) else { continue }
      records.append(record)
      collect(record)
    }
  }

  private func record(in type: ModelType) -> RecordModel? {
    switch type {
    case .record(let model): model
    case .list(let element): record(in: element)
    case .optional(let inner): record(in: inner)
    default: nil
    }
  }

  private func table(_ model: RecordModel) -> String {
    let rows = model.fields.map { "| `\($0.name)` | \(words($0.type)) | \($0.doc) |" }
    return (["| Name | Type | What it is |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  /// `optional(list(record(link)))` → `list of link, may be missing`
  private func words(_ type: ModelType) -> String {
    switch type {
    case .text: "text"
    case .html: "HTML"
    case .url: "address"
    case .asset: "file of the site"
    case .integer: "whole number"
    case .number: "number"
    case .boolean: "true or false"
    case .json: "JSON"
    case .style: "style value"
    case .list(let element): "list of \(words(element))"
    case .record(let model): model.name
    case .optional(let inner): "\(words(inner)), may be missing"
    case .any: "anything"
    }
  }
}
