internal import Basics

extension OpenWebRule {
  /// O2: the site runs no script, but for the program's own on a search page.
  static let noScript = OpenWebRule(
    id: "O2", title: "no script",
    codes: [
      OpenWebCodes.script, OpenWebCodes.handler, OpenWebCodes.scriptAddress, OpenWebCodes.noscript,
    ]
  ) { inspection in
    for (index, token) in inspection.startTags({ $0 == .script }) {
      if inspection.isSearchScript(at: index), inspection.isSearchPage { continue }
      checkScript(token, &inspection)
    }
    for (_, token) in inspection.startTags({ $0 == .noscript }) {
      inspection.report(
        OpenWebCodes.noscript, "`noscript` says other things to those without scripts",
        at: token.range, fix: "show it to all")
    }
    for attribute in inspection.page.attributes where attribute.name == .handler {
      inspection.report(
        OpenWebCodes.handler, "`\(inspection.page.name(of: attribute))` runs a script",
        at: inspection.page.range(of: attribute), fix: "remove it")
    }
    for address in inspection.addresses where address.target == .script {
      inspection.report(
        OpenWebCodes.scriptAddress, "`\(inspection.text(address))` runs a script",
        at: address.range, fix: "link to a page")
    }
  }
}

private func checkScript(_ token: PageToken, _ inspection: inout Inspection) {
  let type = inspection.page.value(.type, of: token).map(mediaType) ?? ""
  guard isExecutable(type) else { return }
  let source = inspection.page.value(.src, of: token).map { " `\($0)`" } ?? ""
  inspection.report(
    OpenWebCodes.script, "the page runs a script\(source)", at: token.range,
    fix: "show the content without it")
}

/// `Text/JavaScript; charset=utf-8` → `text/javascript`
private func mediaType(_ text: String) -> String {
  let essence = text.prefix { $0 != ";" }
  return essence.split(whereSeparator: \.isWhitespace).joined().lowercased()
}

/// Types a browser runs or obeys (HTML standard, 4.12.1; MIME sniffing standard, 4.6); any other
/// makes the element a block of data.
private func isExecutable(_ type: String) -> Bool {
  switch type {
  case "", "module", "importmap", "speculationrules", "javascript": true
  default:
    type.contains("javascript") || type.contains("ecmascript") || type.contains("jscript")
      || type.contains("livescript") || type.contains("vbscript")
  }
}
