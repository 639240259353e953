internal import Basics

extension OpenWebRule {
  /// O5: every insight leads to the place where people talked.
  ///
  /// Pages mark what is one by the class `insight`; a licence is nobody's place. A warning, since where
  /// a community took its consent back there is no place left to link to; that authors name their
  /// sources is asked of the content.
  static let communityLinks = OpenWebRule(
    id: "O5", title: "every insight leads to the community's own place",
    codes: [OpenWebCodes.noWayBack]
  ) { inspection in
    guard inspection.page.syntax == .html else { return }
    for (index, token) in inspection.startTags({ $0 == .article })
    where inspection.page.has(.class, of: token, word: "insight") {
      let inside = index..<inspection.end(ofElementAt: index)
      guard !inspection.addresses.contains(where: { leadsBack($0, inside, inspection.page) }) else {
        continue
      }
      inspection.warn(
        OpenWebCodes.noWayBack, "the insight of `\(inspection.path)` links to no other site",
        at: token.range, fix: "link to the conversations it rests on")
    }
  }
}

private func leadsBack(_ address: PageAddress, _ inside: Range<Int>, _ page: BuiltPage) -> Bool {
  address.role == .link && address.target == .otherSite && inside.contains(address.token)
    && !page.has(.rel, of: page.tokens[address.token], word: "license")
}
