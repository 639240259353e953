internal import Templating

/// What every page says about the site.
struct SiteFrame: PageRecord {
  var title: String
  var organisation: String
  var language: String
  /// `ltr` or `rtl`.
  var direction: String
  /// `Built from data up to 31 August 2018.`
  var builtFrom: String
  var note: String
  var textLicence: Link?
  /// What marks every page of the internal edition.
  var notice: String?

  static let recordName = "site"
  static let fields: [PageField<SiteFrame>] = [
    .text("title", "The site's title.") { $0.title },
    .text("organisation", "Who listens and publishes.") { $0.organisation },
    .text("language", "The BCP 47 tag of the site's language.") { $0.language },
    .text("direction", "`ltr` or `rtl`, as the language is written.") { $0.direction },
    .text("built_from", "Up to when the data reach, as a sentence.") { $0.builtFrom },
    .text("note", "The site's own note for the foot of every page; may be empty.") { $0.note },
    .optionalText("notice", "What marks every page of the internal edition.") { $0.notice },
    .optionalRecord("text_licence", "The licence of the texts.") { $0.textLicence },
  ]
}
