internal import Basics
internal import OpenWeb
internal import Templating

/// HTML contexts: a template that loads has the same tags with a harmless value and a hostile one.
///
/// The first byte picks the hostile value. Templates with statements are left out, since what they
/// decide by the value may well be other tags. The tags are read by the room that checks built pages.
@_cdecl("LLVMFuzzerTestOneInput")
func fillContexts(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let template = Array(bytes.dropFirst())
  guard !zip(template, template.dropFirst()).contains(where: { $0 == 0x7B && $1 == 0x25 })
  else { return 0 }
  let (model, harmless) = RecordModel.inferred(
    from: [TemplateMapEntry("x", .text("abcdefghijklmnopqr"))], named: "context")
  let (set, found) = TemplateSet.load(
    [TemplateSource(name: "page.html", text: SourceText(file: "page.html", bytes: template))],
    entries: [TemplateEntry(template: "page.html", model: model)], options: TemplateOptions())
  guard let set else {
    precondition(found.hasErrors)
    return 0
  }
  let value = hostile[Int(bytes.first ?? 0) % hostile.count]
  let (_, page) = RecordModel.inferred(
    from: [TemplateMapEntry("x", .text(value))], named: "context")
  // What is refused while rendering is not printed.
  guard let plain = try? set.render("page.html", harmless),
    let filled = try? set.render("page.html", page)
  else { return 0 }
  precondition(shape(plain) == shape(filled), "the value is markup: \(text(filled))")
  precondition(
    runningCodes(filled).isSubset(of: runningCodes(plain)), "the value runs: \(text(filled))")
  return 0
}

private let hostile = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "-->", "--!>",
  "</title><script>x</script>", "</textarea><b>", "javascript:alert(1)", " java\tscript:alert(1)",
  "&#106;avascript:x", "]]>", "<!--", "x onfocus=x autofocus", "</style><b>", "`x` {{ 7*7 }}", "\\",
  "&lt;b&gt;", "/><b>", "=x", "data:text/html,<script>x</script>", "\u{0}<b", "</script><script>x",
]

/// Each tag with the names of its attributes.
private func shape(_ bytes: [UInt8]) -> [String] {
  let page = BuiltPage(SourceText(file: "page.html", bytes: bytes))
  return page.tokens.map { token in
    let names = page.attributes(of: token).map { page.name(of: $0) }
    let isTag = token.kind == .startTag || token.kind == .endTag
    return "\(token.kind) \(isTag ? page.name(of: token) : "") \(names)"
  }
}

/// Codes of scripts, handlers and addresses that run.
private func runningCodes(_ bytes: [UInt8]) -> Set<String> {
  guard let path = try? SitePath("page.html") else { return [] }
  let found = checkSite(BuiltSite(files: [OutputFile(path: path, bytes: bytes)]))
  return Set(found.map(\.code.id).filter { $0.hasPrefix("O2") })
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
