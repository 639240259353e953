internal import Templating

/// Everything that has a name, by its first letter.
struct AToZPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var search: SafeURL?
  var groups: [AToZGroup]

  static let recordName = "A to Z page"
  static let template = "a-to-z.html"
  static let fields: [PageField<AToZPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .optionalURL("search", "The page that searches the site, where it has one.") { $0.search },
    .list("groups", "The letters that names begin with, in their order.") { $0.groups },
  ]
}

/// What begins with one letter.
struct AToZGroup: PageRecord {
  var letter: String
  var anchor: String
  var entries: [AToZEntry]

  static let recordName = "letter group"
  static let fields: [PageField<AToZGroup>] = [
    .text("letter", "The letter; `#` for what begins with none.") { $0.letter },
    .text("anchor", "Its place on the page.") { $0.anchor },
    .list("entries", "What begins with it, by name.") { $0.entries },
  ]
}

/// One name of the index.
struct AToZEntry: PageRecord {
  var title: String
  var href: SafeURL
  var kind: String

  static let recordName = "index entry"
  static let fields: [PageField<AToZEntry>] = [
    .text("title", "The name.") { $0.title },
    .url("href", "Where it leads.") { $0.href },
    .text("kind", "What it is: an insight, a community, a metric.") { $0.kind },
  ]
}
