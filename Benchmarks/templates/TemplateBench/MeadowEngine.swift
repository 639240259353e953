internal import Basics
internal import Foundation
internal import Templating

/// Our own engine: templates checked against a model, values in a tree as the site build makes them.
struct MeadowEngine {
  let set: TemplateSet
  let page: TemplateValue
  let entry: String

  init(_ workload: Workload, templates: String) throws {
    entry = workload.name + ".html"
    let model: RecordModel
    switch workload.name {
    case "table": (model, page) = tableValues(workload.values)
    case "teams": (model, page) = teamValues(workload.values)
    default: (model, page) = pageValues(workload.values)
    }
    var options = TemplateOptions()
    options.keepTrailingNewline = true
    let sources = try [entry, "base.html"].map { name in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(templates)/\(name)"))
      return TemplateSource(name: name, text: SourceText(file: name, bytes: Array(bytes)))
    }
    let (set, found) = TemplateSet.load(
      sources, entries: [TemplateEntry(template: entry, model: model)], options: options)
    guard let set else { throw Unreadable(what: found.map(\.text).joined(separator: "\n")) }
    self.set = set
  }
}

private func tableValues(_ values: [String: Any]) -> (RecordModel, TemplateValue) {
  let rows = (values["table"] as? [[Any]] ?? []).map { row in
    TemplateValue.list(
      row.map { cell in (cell as? Int).map { .integer($0) } ?? .text(cell as? String ?? "") })
  }
  let model = RecordModel(
    name: "table", fields: [FieldModel("table", .list(.list(.any)), "Numbers and texts.")])
  return (model, .record([.list(rows)]))
}

private func teamValues(_ values: [String: Any]) -> (RecordModel, TemplateValue) {
  let team = RecordModel(
    name: "team",
    fields: [FieldModel("name", .text, "A city."), FieldModel("score", .integer, "Points.")])
  let model = RecordModel(
    name: "teams",
    fields: [
      FieldModel("year", .integer, "Of the season."),
      FieldModel("teams", .list(.record(team)), "The best first."),
    ])
  let teams = (values["teams"] as? [[String: Any]] ?? []).map { team in
    TemplateValue.record([.text(team.text("name")), .integer(team["score"] as? Int ?? 0)])
  }
  return (model, .record([.integer(values["year"] as? Int ?? 0), .list(teams)]))
}

private func pageValues(_ values: [String: Any]) -> (RecordModel, TemplateValue) {
  func record(_ name: String, _ fields: [(String, ModelType)]) -> ModelType {
    .record(RecordModel(name: name, fields: fields.map { FieldModel($0, $1, "\($0) of \(name)") }))
  }
  let model = RecordModel(
    name: "page",
    fields: [
      FieldModel("site", record("site", [("title", .text), ("stylesheet", .asset)]), "The site."),
      FieldModel(
        "nav", .list(record("link", [("title", .text), ("url", .url), ("active", .boolean)])),
        "Links."),
      FieldModel(
        "page", record("page", [("title", .text), ("date", .text), ("body", .html)]), "The page."),
      FieldModel(
        "related",
        .list(
          record(
            "case",
            [
              ("title", .text), ("url", .url), ("date", .text), ("summary", .text),
              ("failed", .boolean),
            ])),
        "Cases."),
    ])
  let site = values.record("site")
  let page = values.record("page")
  let nav = values.records("nav").map { link in
    TemplateValue.record([
      .text(link.text("title")), link.url("url"), .boolean(link["active"] as? Bool ?? false),
    ])
  }
  let related = values.records("related").map { item in
    TemplateValue.record([
      .text(item.text("title")), item.url("url"), .text(item.text("date")),
      .text(item.text("summary")),
      .boolean(item["failed"] as? Bool ?? false),
    ])
  }
  let stylesheet = AssetReference(site.text("base") + "style.css")
  return (
    model,
    .record([
      .record([.text(site.text("title")), stylesheet.map { .asset($0) } ?? .none]), .list(nav),
      .record([
        .text(page.text("title")), .text(page.text("date")),
        .html(SafeHTML(trusted: Array(page.text("body").utf8))),
      ]), .list(related),
    ])
  )
}

extension [String: Any] {
  func text(_ name: String) -> String { self[name] as? String ?? "" }
  func record(_ name: String) -> [String: Any] { self[name] as? [String: Any] ?? [:] }
  func records(_ name: String) -> [[String: Any]] { self[name] as? [[String: Any]] ?? [] }
  func url(_ name: String) -> TemplateValue { SafeURL(text(name)).map { .url($0) } ?? .none }
}
