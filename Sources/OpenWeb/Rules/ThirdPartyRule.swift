internal import Basics

extension OpenWebRule {
  /// O1: opening a page calls on nobody but the site.
  static let noThirdParty = OpenWebRule(
    id: "O1", title: "nothing is loaded from another site",
    codes: [OpenWebCodes.thirdParty, OpenWebCodes.base, OpenWebCodes.hiddenDocument]
      + ContentPolicyRule.codes
  ) { inspection in
    ContentPolicyRule.inspect(&inspection)
    for address in inspection.addresses { checkLoad(address, &inspection) }
    for (_, token) in inspection.startTags({ $0 == .base || $0 == .iframe }) {
      checkDocument(token, &inspection)
    }
  }
}

private func checkLoad(_ address: PageAddress, _ inspection: inout Inspection) {
  guard case .load(let load) = address.role else { return }
  let isForeign =
    switch address.target {
    case .otherSite, .otherScheme: true
    case .data: load != .image && load != .drawing
    case .site, .samePage, .outsideFolder, .script: false
    }
  guard isForeign, !isBlank(address, inspection) else { return }
  inspection.report(
    OpenWebCodes.thirdParty, "\(load.name) is loaded from `\(inspection.text(address))`",
    at: address.range,
    fix: address.target == .data ? "put it into a file" : "copy it into the site, or link to it")
}

/// `about:blank` loads nothing.
private func isBlank(_ address: PageAddress, _ inspection: Inspection) -> Bool {
  address.target == .otherScheme && inspection.text(address).lowercased().hasPrefix("about:")
}

private func checkDocument(_ token: PageToken, _ inspection: inout Inspection) {
  if token.element == .iframe {
    guard let hidden = inspection.page.attribute(.srcdoc, of: token) else { return }
    inspection.report(
      OpenWebCodes.hiddenDocument, "`srcdoc` holds a document nothing checks",
      at: hidden.nameRange, fix: "put it into a file and link to it")
  } else if let address = inspection.page.attribute(.href, of: token) {
    var reader = ReferenceReader(pagePath: inspection.path.text, site: inspection.site)
    switch reader.read(inspection.page.bytes(of: address)) {
    case .site, .samePage: return
    default: break
    }
    inspection.report(
      OpenWebCodes.base, "`base` makes relative addresses lead out of the site",
      at: address.valueRange, fix: "remove the element")
  }
}

extension PageAddress.Load {
  var name: String {
    switch self {
    case .image: "an image"
    case .style: "a style sheet"
    case .script: "a script"
    case .frame: "a framed page"
    case .media: "a recording"
    case .object: "an object"
    case .drawing: "part of a drawing"
    case .hint: "a file"
    case .manifest: "a manifest"
    }
  }
}
