import Basics
import Templating
import Testing

@Suite("entries without a template") struct MissingEntryTests {
  @Test("are errors, with and without other templates", arguments: [[], ["pages.html"]])
  func areErrors(names: [String]) {
    let sources = names.map { TemplateSource(name: $0, text: SourceText(file: $0, text: "x")) }
    let model = RecordModel(name: "page", fields: [])
    let entry = TemplateEntry(template: "page.html", model: model)
    let loaded = TemplateSet.load(sources, entries: [entry])
    #expect(loaded.set == nil)
    let fix = names.isEmpty ? "" : "\n  = fix: did you mean `pages.html`?"
    #expect(
      loaded.diagnostics.map(\.text) == ["error[T009]: there is no template `page.html`\(fix)"])
  }
}
