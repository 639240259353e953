internal import Basics

/// The part of O1 by which browsers are told to load nothing from elsewhere.
enum ContentPolicyRule {
  static let codes = [OpenWebCodes.noPolicy, OpenWebCodes.loosePolicy, OpenWebCodes.inlineStyle]

  static func inspect(_ inspection: inout Inspection) {
    guard inspection.page.syntax == .html else { return }
    checkPolicy(&inspection)
    checkInlineStyles(&inspection)
  }
}

private func checkPolicy(_ inspection: inout Inspection) {
  let page = inspection.page
  let metas = inspection.startTags { $0 == .meta }.filter {
    page.has(.httpEquiv, of: $0.token, equalTo: "content-security-policy")
  }
  guard let first = metas.first else {
    return inspection.report(
      OpenWebCodes.noPolicy, "the page has no content security policy", at: page.head,
      fix: "add the `meta` element that `meadow explain O1b` shows")
  }
  let hasStyle = !inspection.startTags { $0 == .style }.isEmpty
  var tooWide: String?
  for meta in metas {
    let isForSearch = inspection.isSearchPolicy(meta.token) && inspection.isSearchPage
    guard !isForSearch, let directive = tooWideDirective(meta.token, page, hasStyle) else {
      return checkOrder(meta.index, &inspection)
    }
    tooWide = tooWide ?? directive
  }
  inspection.report(
    OpenWebCodes.loosePolicy, "the content security policy allows too much by `\(tooWide ?? "")`",
    at: first.token.range, fix: "`default-src 'none'; img-src 'self' data:; style-src 'self'`")
}

/// nil when the policy is strict enough.
private func tooWideDirective(_ meta: PageToken, _ page: BuiltPage, _ hasStyle: Bool) -> String? {
  // Most pages have this very one.
  if page.has(.content, of: meta, equalTo: ContentPolicy.recommended) { return nil }
  return ContentPolicy(page.value(.content, of: meta) ?? "")
    .tooWideDirective(hasStyleElement: hasStyle)
}

/// A policy in a `meta` binds only what comes after it.
private func checkOrder(_ policy: Int, _ inspection: inout Inspection) {
  guard let early = inspection.addresses.first(where: { $0.isLoad }), early.token < policy else {
    return
  }
  inspection.report(
    OpenWebCodes.loosePolicy, "something is loaded before the content security policy",
    at: early.range, fix: "put the policy first in the head")
}

private func checkInlineStyles(_ inspection: inout Inspection) {
  let page = inspection.page
  guard page.attributes.contains(where: { $0.name == .style }) else { return }
  for token in page.tokens {
    guard let style = page.attribute(.style, of: token) else { continue }
    inspection.report(
      OpenWebCodes.inlineStyle, "`\(page.name(of: token))` has a `style` of its own",
      at: inspection.page.range(of: style), fix: "use a class and the style sheet")
  }
}
