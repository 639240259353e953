/// Tells which of the five kinds of media a link leads to, by the site's own list.
struct MediaClasses {
  /// Longest address first, so that the most exact entry holds.
  private let assets: [MediaAsset]

  init(_ assets: [MediaAsset]) {
    self.assets = assets.sorted {
      ($1.address.utf8.count, $0.address) < ($0.address.utf8.count, $1.address)
    }
  }

  /// The kind of a page by its name, `unclassed` where there is none.
  func name(of page: String) -> String {
    let domain = String(decoding: page.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    return kind(of: SharedLink(domain: domain, page: page))?.rawValue ?? "unclassed"
  }

  /// All kinds that pages of a domain can be, by their names.
  func kinds(of domain: String) -> [String] {
    let within = assets.filter { $0.address.hasPrefix(domain + "/") }.map(\.kind.rawValue)
    return Set(within + [name(of: domain)]).sorted()
  }

  /// nil for what the site does not list.
  func kind(of link: SharedLink) -> MediaAsset.Kind? {
    assets.first { asset in
      let page = link.page
      if page == asset.address || page.hasPrefix(asset.address + "/") { return true }
      return !asset.address.contains("/") && link.domain.hasSuffix("." + asset.address)
    }?.kind
  }
}
