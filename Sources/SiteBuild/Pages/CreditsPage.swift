internal import Templating

/// People who agreed to be named, thanked in alphabetical order; never ranked.
struct CreditsPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var people: [CreditedPerson]

  static let recordName = "credits page"
  static let template = "credits.html"
  static let fields: [PageField<CreditsPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("people", "Who agreed to be named, by name.") { $0.people },
  ]
}

/// Somebody who is thanked.
struct CreditedPerson: PageRecord {
  var name: String
  var href: SafeURL?
  var note: String?

  static let recordName = "credited person"
  static let fields: [PageField<CreditedPerson>] = [
    .text("name", "Their name as they gave it.") { $0.name },
    .optionalURL("href", "Where they want to be found.") { $0.href },
    .optionalText("note", "What they did.") { $0.note },
  ]
}
