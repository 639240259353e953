import Basics
import Foundation
import Templating
import Testing

/// Inputs that brought the engine down once, as the fuzzer wrote them.
@Suite("former crashes")
struct CrashTests {
  @Test("loads or refuses what crashed before", arguments: try formerCrashes())
  func survives(crash: FormerCrash) {
    for checking in [TemplateOptions.Checking.strict, .lenient, .lenientStrictUndefined] {
      var options = TemplateOptions()
      options.checking = checking
      let model = RecordModel(name: "context", fields: [FieldModel("n", .any, "")])
      let (set, found) = TemplateSet.load(
        crash.sources, entries: [TemplateEntry(template: "page.html", model: model)],
        options: options)
      #expect((set == nil) == found.hasErrors)
    }
  }

  @Test("stops blocks that write themselves")
  func stopsEndlessBlocks() {
    let inner = "{% block a %}{% block a %}{% endblock %}{% endblock %}"
    #expect(
      loaded(inner, articleModel).diagnostics.map(\.message) == [
        "the block `a` stands twice in this template", "the block `a` writes itself",
      ])
    let templates = ["base.html": "{% block a %}{% block b %}{% endblock %}{% endblock %}"]
    let crossed = loaded(
      "{% extends 'base.html' %}{% block b %}{% block a %}{{ super() }}{% endblock %}{% endblock %}",
      articleModel, templates: templates)
    #expect(crossed.diagnostics.contains { $0.message == "the block `a` writes itself" })
  }

  @Test("bounds how deep includes lie inside one another")
  func boundsIncludes() {
    let names = (0..<300).map { "t\($0).html" }
    let templates = Dictionary(
      uniqueKeysWithValues: names.indices.map { index in
        (names[index], index == 299 ? "x" : "{% include 't\(index + 1).html' %}")
      })
    let found = loaded("{% include 't0.html' %}", articleModel, templates: templates).diagnostics
    #expect(
      found.map(\.message) == ["blocks and includes inside one another more than 200 deep"])
  }
}

struct FormerCrash: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var sources: [TemplateSource]
}

/// One byte of options, then templates with NUL between them, as `Tests/fuzz/FuzzInput.swift` has it.
private func formerCrashes() throws -> [FormerCrash] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/crashes")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  return try files.map { file in
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
    let texts = bytes.dropFirst().split(separator: 0, maxSplits: 2)
    return FormerCrash(
      testDescription: file,
      sources: zip(["page.html", "a", "b"], texts).map { name, text in
        TemplateSource(name: name, text: SourceText(file: name, bytes: Array(text)))
      })
  }
}
