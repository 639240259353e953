import Basics
import Templating

/// Renders a template as Jinja2 would: names unknown before, escaping as asked.
func rendered(
  _ template: String, _ context: [(String, TemplateValue)] = [],
  templates: [String: String] = [:], autoescape: Bool = false,
  _ change: (inout TemplateOptions) -> Void = { _ in }
) throws -> String {
  var options = TemplateOptions()
  options.checking = .lenient
  options.autoescape = autoescape
  change(&options)
  let model = RecordModel(name: "context", fields: context.map { FieldModel($0.0, .any, "") })
  let page = TemplateValue.record(context.map(\.1))
  return try rendered(template, model, page, templates: templates, options)
}

/// Renders a template against a model, strictly.
func rendered(
  _ template: String, _ model: RecordModel, _ page: TemplateValue,
  templates: [String: String] = [:], _ options: TemplateOptions = TemplateOptions()
) throws -> String {
  let (set, diagnostics) = loaded(template, model, templates: templates, options)
  guard let set else { throw LoadFailure(diagnostics: diagnostics) }
  return String(decoding: try set.render("page.html", page), as: UTF8.self)
}

func loaded(
  _ template: String, _ model: RecordModel, templates: [String: String] = [:],
  _ options: TemplateOptions = TemplateOptions(), lookup: HostLookup? = nil
) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
  let others = templates.keys.sorted().map { name in
    TemplateSource(
      name: name, text: SourceText(file: "Templates/\(name)", text: templates[name] ?? ""))
  }
  let main = TemplateSource(
    name: "page.html", text: SourceText(file: "Templates/page.html", text: template))
  return TemplateSet.load(
    [main] + others, entries: [TemplateEntry(template: "page.html", model: model)],
    options: options, lookup: lookup)
}

/// The diagnostics of a template that must not load, as printed.
func faults(
  _ template: String, _ model: RecordModel = articleModel, templates: [String: String] = [:]
) -> [String] {
  let (set, diagnostics) = loaded(template, model, templates: templates)
  return set == nil ? diagnostics.map(\.text) : []
}

struct LoadFailure: Error, CustomStringConvertible {
  var diagnostics: [Diagnostic]
  var description: String { diagnostics.map(\.text).joined(separator: "\n") }
}

/// A page as most tests of checking need it.
let articleModel = RecordModel(
  name: "context",
  fields: [
    FieldModel(
      "page",
      .record(
        RecordModel(
          name: "page",
          fields: [
            FieldModel("title", .text, ""), FieldModel("body", .html, ""),
            FieldModel("url", .url, ""), FieldModel("image", .optional(.asset), ""),
            FieldModel("views", .integer, ""), FieldModel("share", .number, ""),
            FieldModel("tags", .list(.text), ""), FieldModel("data", .json, ""),
            FieldModel("colour", .style, ""),
            FieldModel(
              "author",
              .optional(
                .record(
                  RecordModel(name: "author", fields: [FieldModel("name", .text, "")]))), ""),
          ])), ""),
    FieldModel("stylesheet", .asset, ""),
  ])

func article(
  title: String = "A & B", image: String? = nil, author: String? = nil, url: String = "../a.html",
  tags: [String] = ["x", "y"]
) -> TemplateValue {
  .record([
    .record([
      .text(title), .html(SafeHTML(trusted: Array("<p>x</p>".utf8))),
      SafeURL(url).map { .url($0) } ?? .none,
      image.flatMap { AssetReference($0) }.map { .asset($0) } ?? .none, .integer(1284),
      .number(0.25), .list(tags.map { .text($0) }), .json(Array(#"{"a":"</script>"}"#.utf8)),
      SafeStyle("#1f6f43").map { .style($0) } ?? .none,
      author.map { .record([.text($0)]) } ?? .none,
    ]),
    AssetReference("../style.css").map { .asset($0) } ?? .none,
  ])
}
