internal import Templating

/// What changed from edition to edition: the report's own log.
struct ChangesPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var lead: String
  var editions: [ChangesOfEdition]

  static let recordName = "changes page"
  static let template = "changes.html"
  static let fields: [PageField<ChangesPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .text("lead", "What is told here.") { $0.lead },
    .list("editions", "Each sealed edition but the first, newest first.") { $0.editions },
  ]
}

/// What changed in one edition.
struct ChangesOfEdition: PageRecord {
  var id: String
  var title: String
  var note: String
  var changes: [ChangeRow]

  static let recordName = "edition"
  static let fields: [PageField<ChangesOfEdition>] = [
    .text("id", "Its day, which is its anchor.") { $0.id },
    .text("title", "Which edition it is.") { $0.title },
    .text("note", "With what it is compared, and what counts as a change.") { $0.note },
    .list("changes", "All of them: figures, what was said, communities and pages.") { $0.changes },
  ]
}
