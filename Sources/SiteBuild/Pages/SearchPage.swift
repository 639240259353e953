internal import Templating

/// Looks for words in the pages, with the one script that the site has.
struct SearchPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var aToZ: SafeURL
  var stylesheet: AssetReference
  var policy: SafeHTML
  var script: SafeHTML

  static let recordName = "search page"
  static let template = "search.html"
  static let fields: [PageField<SearchPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .url("a_to_z", "The index of names, for who has no scripts.") { $0.aToZ },
    .asset("style", "The page's own style sheet, beside the site's.") { $0.stylesheet },
    .html("policy", "The page's content security policy, which allows its script, as an element.") {
      $0.policy
    },
    .html("script", "The script as an element, known byte by byte to `meadow check`.") {
      $0.script
    },
  ]
}
