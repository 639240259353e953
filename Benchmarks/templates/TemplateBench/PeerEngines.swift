internal import Foundation
internal import Mustache
internal import Stencil

/// A day that swift-mustache can be asked to print at length.
struct MustacheDay: MustacheTransformable, CustomStringConvertible {
  var description: String

  func transform(_ name: String) -> Any? { name == "longdate" ? longDate(description) : nil }
}

func mustache(_ workload: Workload, templates: String) throws -> () throws -> [UInt8] {
  let file = URL(fileURLWithPath: "\(templates)/\(workload.name).mustache")
  let template = try MustacheTemplate(string: String(contentsOf: file, encoding: .utf8))
  let values = withDays(workload.values)
  return { Array(template.render(values).utf8) }
}

private func withDays(_ values: [String: Any]) -> [String: Any] {
  var values = values
  if var page = values["page"] as? [String: Any] {
    page["date"] = MustacheDay(description: page.text("date"))
    values["page"] = page
  }
  if values["related"] != nil {
    values["related"] = values.records("related").map { item in
      item.merging(["date": MustacheDay(description: item.text("date"))]) { $1 }
    }
  }
  return values
}

func stencil(_ workload: Workload, templates: String) throws -> () throws -> [UInt8] {
  let extensions = Extension()
  extensions.registerFilter("escape") { (value: Any?) in escaped("\(value ?? "")") }
  extensions.registerFilter("longdate") { (value: Any?) in longDate("\(value ?? "")") }
  let sources = try [workload.name + ".html", "base.html"].map { name in
    (name, try String(contentsOf: URL(fileURLWithPath: "\(templates)/\(name)"), encoding: .utf8))
  }
  let environment = Environment(
    loader: DictionaryLoader(templates: Dictionary(uniqueKeysWithValues: sources)),
    extensions: [extensions])
  let template = try environment.loadTemplate(name: workload.name + ".html")
  return { Array(try template.render(workload.values).utf8) }
}

/// Stencil escapes nothing by itself.
private func escaped(_ text: String) -> String {
  var output: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "\""): output += "&#34;".utf8
    case UInt8(ascii: "'"): output += "&#39;".utf8
    default: output.append(byte)
    }
  }
  return String(decoding: output, as: UTF8.self)
}
