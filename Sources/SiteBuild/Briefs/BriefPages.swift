internal import Templating

/// The page of one department's brief.
struct BriefPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var brief: BriefBody
  /// Its other forms.
  var forms: [Link]

  static let recordName = "brief page"
  static let template = "brief.html"
  static let fields: [PageField<BriefPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("brief", "The brief.") { $0.brief },
    .list("forms", "The brief as a page to print, as text and as a mail.") { $0.forms },
  ]
}

/// A brief as one file that needs no other; its content security policy, which allows its own style
/// and nothing else, is put into the head by the program.
struct BriefFile: PageKind {
  var site: SiteFrame
  var brief: BriefBody

  static let recordName = "brief file"
  static let template = "brief-file.html"
  static let fields: [PageField<BriefFile>] = [
    .record("site", "The site.") { $0.site },
    .record("brief", "The brief; it leads to whole addresses alone.") { $0.brief },
  ]
}

/// The part of a mail that is HTML.
struct BriefMail: PageKind {
  var site: SiteFrame
  var brief: BriefBody

  static let recordName = "brief mail"
  static let template = "brief-mail.html"
  static let fields: [PageField<BriefMail>] = [
    .record("site", "The site.") { $0.site },
    .record("brief", "The brief; it leads to whole addresses alone.") { $0.brief },
  ]
}

/// All briefs, and which insight goes to whom.
struct BriefsPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var briefs: [BriefLine]
  var rows: [DistributionRow]
  var data: SafeURL

  static let recordName = "briefs page"
  static let template = "briefs.html"
  static let fields: [PageField<BriefsPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("briefs", "The brief of each department.") { $0.briefs },
    .list("rows", "Each insight with those who are told of it.") { $0.rows },
    .url("data", "The same as JSON.") { $0.data },
  ]
}

/// One insight with those who are told of it.
struct DistributionRow: PageRecord {
  var title: String
  var href: SafeURL
  var readers: [BriefLine]

  static let recordName = "distribution row"
  static let fields: [PageField<DistributionRow>] = [
    .text("title", "The insight's claim.") { $0.title },
    .url("href", "The insight's page.") { $0.href },
    .list("readers", "The departments that are told of it, each with the reason; may be empty.") {
      $0.readers
    },
  ]
}
