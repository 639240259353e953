internal import Templating

/// What stands at an address that the author took down for good.
struct GonePage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var since: String
  var reason: String

  static let recordName = "page that is gone"
  static let template = "gone.html"
  static let fields: [PageField<GonePage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .text("since", "Since when it is gone, as a sentence.") { $0.since },
    .text("reason", "Why, as the author says it.") { $0.reason },
  ]
}
