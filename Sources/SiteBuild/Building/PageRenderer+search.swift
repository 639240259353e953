internal import Basics
internal import OpenWeb
internal import Templating

/// The page that searches the site, for sites that ask for it.
extension PageRenderer {
  func search() -> RenderedPage {
    let address = SiteRoutes.search
    let page = SearchPage(
      site: site,
      page: frame(
        address, title: wording(.search), description: wording(.searchTexts), above: [.home]),
      aToZ: SafeURL(from: address, to: SiteRoutes.aToZ),
      stylesheet: AssetReference(
        trusted: relativeAddress(from: address, to: SiteRoutes.searchStylesheet)),
      policy: SafeHTML(trusted: SearchScript.policyElement),
      script: SafeHTML(trusted: SearchScript.element))
    return finish(page, at: address)
  }

  /// The way to the search page, where there is one.
  func searchPage(from address: SitePath) -> SafeURL? {
    plan.settings.search.map { _ in SafeURL(from: address, to: SiteRoutes.search) }
  }

  /// Whether the search index takes a page: not those that only list others, or that nobody looks for.
  func isSearched(_ address: SitePath) -> Bool {
    guard plan.settings.search != nil else { return false }
    let lists = [
      SiteRoutes.home, SiteRoutes.insights, SiteRoutes.notFound, SiteRoutes.search, SiteRoutes.aToZ,
    ]
    return !lists.contains(address) && !address.isInside(SiteRoutes.tags.folder)
  }
}
