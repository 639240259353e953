internal import Basics

extension BuiltSite {
  /// The address a site says it has: the canonical one of its home page, where that ends in a folder.
  ///
  /// Links from the root of a host can be followed only if one knows in which folder the site lies.
  package var ownAddress: String? {
    guard let index = entries.firstIndex(where: { $0.path.text == "index.html" }),
      let bytes = try? bytes(at: index)
    else { return nil }
    let page = BuiltPage(SourceText(file: "index.html", bytes: bytes))
    let canonical = page.tokens.first { token in
      token.kind == .startTag && page.name(of: token) == "link"
        && page.has(.rel, of: token, word: "canonical")
    }
    guard let address = canonical.flatMap({ page.value(.href, of: $0) }), address.hasSuffix("/"),
      address.hasPrefix("https://") || address.hasPrefix("http://")
    else { return nil }
    return address
  }
}
