internal import Templating

/// What a host shows for an address the site does not have.
struct NotFoundPage: PageKind {
  var site: SiteFrame
  var page: PageFrame

  static let recordName = "page for lost readers"
  static let template = "not-found.html"
  static let fields: [PageField<NotFoundPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
  ]
}
