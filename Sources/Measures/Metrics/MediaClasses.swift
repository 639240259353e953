/// Tells which of the five kinds of media a link leads to, by the site's own list.
struct MediaClasses {
  /// Longest address first, so that the most exact entry holds.
  private let assets: [MediaAsset]

  init(_ assets: [MediaAsset]) {
    self.assets = assets.sorted {
      ($1.address.utf8.count, $0.address) < ($0.address.utf8.count, $1.address)
    }
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
