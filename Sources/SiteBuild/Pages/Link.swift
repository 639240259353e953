internal import Templating

/// A title with the address it leads to.
struct Link: PageRecord {
  var title: String
  var href: SafeURL

  static let recordName = "link"
  static let fields: [PageField<Link>] = [
    .text("title", "What the link says.") { $0.title },
    .url("href", "Where it leads.") { $0.href },
  ]
}

/// A link of the main menu.
struct MenuLink: PageRecord {
  var title: String
  var href: SafeURL
  var isCurrent: Bool

  static let recordName = "menu link"
  static let fields: [PageField<MenuLink>] = [
    .text("title", "What the link says.") { $0.title },
    .url("href", "Where it leads.") { $0.href },
    .boolean("current", "Whether the page lies in this part of the site.") { $0.isCurrent },
  ]
}
