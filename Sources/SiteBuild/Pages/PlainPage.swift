internal import Templating

/// A page of plain text: about, imprint, anything.
struct PlainPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var contents: [ContentsEntry]
  var body: SafeHTML

  static let recordName = "plain page"
  static let template = "page.html"
  static let fields: [PageField<PlainPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("contents", "Its headings, where it asks for them and has more than one.") {
      $0.contents
    },
    .html("body", "The text.") { $0.body },
  ]
}
