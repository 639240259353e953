internal import Basics

extension OpenWebRule {
  /// O4: search engines may show the site, and communities see who links to them.
  static let openToAll = OpenWebRule(
    id: "O4", title: "no hiding from search engines or from communities",
    codes: [
      OpenWebCodes.noindex, OpenWebCodes.distrustedLink, OpenWebCodes.closedRobots,
      OpenWebCodes.hiddenReferrer,
    ]
  ) { inspection in
    if isRobotsText(inspection.path) { return checkRobots(&inspection) }
    for (_, token) in inspection.startTags({ $0 == .meta }) { checkMeta(token, &inspection) }
    for address in inspection.addresses where address.target == .otherSite {
      if address.role == .link { checkLink(address, &inspection) }
    }
  }
}

private func checkMeta(_ token: PageToken, _ inspection: inout Inspection) {
  let page = inspection.page
  guard let attribute = page.attribute(.name, of: token) else { return }
  let name = page.bytes(of: attribute)
  if speaksToRobots(name) {
    let hiding: [StaticString] = ["noindex", "none", "nofollow"]
    guard let word = page.firstWord(.content, of: token, among: hiding) else { return }
    inspection.report(
      OpenWebCodes.noindex, "`\(word)` hides the page from search engines", at: token.range,
      fix: "remove the element")
  } else if equals(name, "referrer"),
    let content = page.value(.content, of: token)?.lowercased(), isSilent(content)
  {
    inspection.report(
      OpenWebCodes.hiddenReferrer, "`\(content)` hides from communities who links to them",
      at: token.range, fix: "remove the element")
  }
}

/// `robots`, `bingbot`, `googlebot-news`, and the one that does not call itself one.
private func speaksToRobots(_ name: ArraySlice<UInt8>) -> Bool {
  equals(name, "robots") || equals(name.suffix(3), "bot") || equals(name.prefix(10), "googlebot-")
    || equals(name, "yandex")
}

private func isSilent(_ referrerPolicy: String) -> Bool {
  ["no-referrer", "same-origin", "never"].contains(referrerPolicy)
}

private let distrust: [StaticString] = ["nofollow", "ugc", "sponsored", "noreferrer"]

private func checkLink(_ address: PageAddress, _ inspection: inout Inspection) {
  let token = inspection.page.tokens[address.token]
  let word = inspection.page.firstWord(.rel, of: token, among: distrust)
  if let word, let rel = inspection.page.attribute(.rel, of: token) {
    inspection.report(
      OpenWebCodes.distrustedLink, "`\(word)` on the link to `\(inspection.text(address))`",
      at: inspection.page.range(of: rel), fix: "remove `\(word)`")
  }
  if let policy = inspection.page.attribute(.referrerpolicy, of: token),
    isSilent(inspection.page.value(of: policy).lowercased())
  {
    inspection.report(
      OpenWebCodes.hiddenReferrer, "`\(inspection.text(address))` is not told who links to it",
      at: inspection.page.range(of: policy), fix: "remove the attribute")
  }
}

private func checkRobots(_ inspection: inout Inspection) {
  let bytes = inspection.page.source.bytes
  for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
    let rule = line.prefix { $0 != UInt8(ascii: "#") }.text
    let parts = rule.split(separator: ":", maxSplits: 1).map { part in
      part.split(whereSeparator: \.isWhitespace).joined()
    }
    guard parts.count == 2, parts[0].lowercased() == "disallow", !parts[1].isEmpty else { continue }
    inspection.report(
      OpenWebCodes.closedRobots, "robots.txt shuts somebody out of `\(parts[1])`",
      at: line.startIndex..<line.endIndex, fix: "leave `Disallow:` empty")
  }
}
