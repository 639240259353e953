internal import Templating

/// What every page says about itself and its place in the site.
struct PageFrame: PageRecord {
  var title: String
  var description: String?
  var canonical: SafeURL?
  /// The Atom feed, where the site has one.
  var feed: SafeURL?
  var jsonFeed: SafeURL?
  var stylesheet: AssetReference
  var home: SafeURL
  var navigation: [MenuLink]
  var crumbs: [Link]
  var footer: [Link]
  var remarks: String?
  var corrections: [Link]
  var isSearched: Bool

  static let recordName = "page"
  static let fields: [PageField<PageFrame>] = [
    .text("title", "The page's title.") { $0.title },
    .optionalText("description", "One sentence on what the page says.") { $0.description },
    .optionalURL("canonical", "The absolute address, where the site has one.") { $0.canonical },
    .optionalURL("feed", "The site's Atom feed, where it has one.") { $0.feed },
    .optionalURL("json_feed", "The same as JSON Feed, where there is one.") { $0.jsonFeed },
    .asset("stylesheet", "The site's stylesheet, seen from the page.") { $0.stylesheet },
    .url("home", "The home page, seen from the page.") { $0.home },
    .list("navigation", "The main menu.") { $0.navigation },
    .list("crumbs", "The pages above this one, without the page itself.") { $0.crumbs },
    .optionalText("remarks", "What the internal edition says about the page itself.") {
      $0.remarks
    },
    .list("corrections", "What communities corrected or disputed on the page.") {
      $0.corrections
    },
    .boolean("is_searched", "Whether the site has a search, and its index takes this page.") {
      $0.isSearched
    },
    .list("footer", "The links at the foot of the page.") { $0.footer },
  ]
}
