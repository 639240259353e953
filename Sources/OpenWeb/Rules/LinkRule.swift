internal import Basics

extension OpenWebRule {
  /// O8: every link inside the site leads somewhere, and everyone can follow it.
  static let workingLinks = OpenWebRule(
    id: "O8", title: "no broken link, no page without words",
    codes: [
      OpenWebCodes.brokenLink, OpenWebCodes.brokenAnchor, OpenWebCodes.missingFile,
      OpenWebCodes.leavesSite, OpenWebCodes.twoPlaces,
    ] + AccessibilityRule.codes
  ) { inspection in
    AccessibilityRule.inspect(&inspection)
    for (number, address) in inspection.addresses.enumerated() {
      checkTarget(number, address, &inspection)
    }
    if hasTwins(inspection.places) { reportTwins(&inspection) }
  }
}

private func checkTarget(
  _ number: Int, _ address: PageAddress, _ inspection: inout Inspection
) {
  switch address.target {
  case .site where address.role != .submit && address.role != .ping:
    let isData = inspection.figureData.contains(number)
    let purpose: SiteLink.Purpose = isData ? .figureData : address.isLoad ? .load : .link
    inspection.follow(address, number: number, purpose)
  case .outsideFolder:
    inspection.report(
      OpenWebCodes.leavesSite, "`\(inspection.text(address))` leads out of the site's folder",
      at: address.range, fix: "link to a page of the site, or write the whole address")
  case .samePage:
    guard let fragment = address.fragment, !inspection.hasPlace(fragment) else { return }
    reportMissingPlace(address, &inspection)
  default: break
  }
}

private func reportMissingPlace(_ address: PageAddress, _ inspection: inout Inspection) {
  let name = String(inspection.text(address).drop { $0 != "#" }.dropFirst())
  // Looking for a near name takes long; past the first few, readers know what to look for.
  let near = inspection.findings.count < 50 ? nearestPlace(to: name, in: inspection.page) : nil
  inspection.report(
    OpenWebCodes.brokenAnchor, "no place `#\(name)` in `\(inspection.path)`", at: address.range,
    fix: near.map { "did you mean `#\($0)`?" })
}

/// The id most like a name, among the first of a page.
func nearestPlace(to name: String, in page: BuiltPage) -> String? {
  let ids = page.tokens.lazy.filter { $0.kind == .startTag }.compactMap { page.value(.id, of: $0) }
  return nearestName(to: name, among: ids.prefix(500))
}

private func hasTwins(_ places: [UInt64]) -> Bool {
  zip(places, places.dropFirst()).contains { $0 == $1 }
}

/// Names each id that came before; an `a` may have an id and a name that agree.
private func reportTwins(_ inspection: inout Inspection) {
  var seen: Set<String> = []
  for token in inspection.page.tokens where token.kind == .startTag {
    guard let attribute = inspection.page.attribute(.id, of: token) else { continue }
    let id = inspection.page.value(of: attribute)
    guard !seen.insert(id).inserted else { continue }
    inspection.report(
      OpenWebCodes.twoPlaces, "two elements of `\(inspection.path)` have the id `\(id)`",
      at: inspection.page.range(of: attribute), fix: "rename one of them")
  }
}
