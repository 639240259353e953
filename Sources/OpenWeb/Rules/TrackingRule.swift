internal import Basics

extension OpenWebRule {
  /// O3: nothing is asked of readers, remembered about them, or fetched unasked.
  static let noTracking = OpenWebRule(
    id: "O3", title: "no form, cookie, ping, prefetch or refresh",
    codes: [
      OpenWebCodes.form, OpenWebCodes.cookie, OpenWebCodes.ping, OpenWebCodes.prefetch,
      OpenWebCodes.refresh,
    ]
  ) { inspection in
    for (_, token) in inspection.startTags({ $0.takesEntry }) { checkEntry(token, &inspection) }
    let mayMove = isForwarding(inspection)
    for (_, token) in inspection.startTags({ $0 == .meta }) {
      checkMeta(token, mayMove: mayMove, &inspection)
    }
    for address in inspection.addresses { checkAddress(address, &inspection) }
  }
}

extension ElementName {
  fileprivate var takesEntry: Bool {
    switch self {
    case .form, .input, .textarea, .select, .keygen, .isindex: true
    default: false
    }
  }
}

private func checkEntry(_ token: PageToken, _ inspection: inout Inspection) {
  let page = inspection.page
  let isTaskBox =
    token.element == .input && page.has(.type, of: token, equalTo: "checkbox")
    && page.attribute(.disabled, of: token) != nil
  guard !isTaskBox else { return }
  inspection.report(
    OpenWebCodes.form, "`\(page.name(of: token))` asks readers to enter something",
    at: token.range, fix: "name a mail address or the community's own place")
}

private func checkMeta(_ token: PageToken, mayMove: Bool, _ inspection: inout Inspection) {
  let page = inspection.page
  if page.has(.httpEquiv, of: token, equalTo: "set-cookie") {
    inspection.report(
      OpenWebCodes.cookie, "the page sets a cookie", at: token.range, fix: "remove the element")
  } else if page.has(.httpEquiv, of: token, equalTo: "refresh"), !mayMove {
    inspection.report(
      OpenWebCodes.refresh, "the page moves or reloads by itself", at: token.range,
      fix: "remove the element")
  } else if page.has(.httpEquiv, of: token, equalTo: "x-dns-prefetch-control"),
    page.has(.content, of: token, equalTo: "on")
  {
    inspection.report(
      OpenWebCodes.prefetch, "names of other sites are looked up unasked", at: token.range,
      fix: "remove the element")
  }
}

private func checkAddress(_ address: PageAddress, _ inspection: inout Inspection) {
  switch address.role {
  case .ping:
    inspection.report(
      OpenWebCodes.ping, "a link reports who follows it to `\(inspection.text(address))`",
      at: address.range, fix: "remove the attribute")
  case .load(.hint):
    inspection.report(
      OpenWebCodes.prefetch, "`\(inspection.text(address))` is fetched unasked",
      at: address.range, fix: "remove the `link`")
  default: break
  }
}

/// Whether the page does nothing but stand at an old address: it moves at once to a page of the
/// site, says so in a visible link, and is not canonical itself.
private func isForwarding(_ inspection: Inspection) -> Bool {
  let moves = inspection.addresses.filter { $0.role == .refresh }
  guard moves.count == 1, let move = moves.first, move.target == .site,
    let content = inspection.page.value(.content, of: inspection.page.tokens[move.token]),
    content.drop(while: \.isWhitespace).prefix(2) == "0;"
  else { return false }
  let hasLink = inspection.addresses.contains {
    $0.role == .link && $0.target == .site && $0.path == move.path
  }
  return hasLink && canonicalAgrees(with: move, inspection)
}

/// Without a base address, no page has a canonical one.
private func canonicalAgrees(with move: PageAddress, _ inspection: Inspection) -> Bool {
  let canonical = inspection.addresses.first { address in
    address.role == .relation
      && inspection.page.has(
        .rel, of: inspection.page.tokens[address.token], word: "canonical")
  }
  guard let canonical else { return inspection.site == nil }
  return canonical.target != .site ? inspection.site == nil : canonical.path == move.path
}
