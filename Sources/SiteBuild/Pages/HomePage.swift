internal import Templating

/// The home page: a finding, how the communities are, what waits, what was found.
struct HomePage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var home: HomeBody

  static let recordName = "home page"
  static let template = "home.html"
  static let fields: [PageField<HomePage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("home", "What the home page shows.") { $0.home },
  ]
}

/// What the home page shows.
struct HomeBody: PageRecord {
  var kicker: String
  var claim: String
  var lead: String
  var more: Link?
  var changes: [ChangeRow]
  var changesNote: String
  var changesMore: Link?
  var keyFiguresHeading: String
  var keyFigures: [KeyFigure]
  var keyFiguresNote: String
  var timeline: FigureRecord?
  var waiting: [WaitingThread]
  var waitingNote: String?
  var criticism: [LedgerEntry]
  var communities: CommunitiesTable
  var insights: [InsightCard]
  var sections: [CountedLink]
  var pages: [PageCard]

  static let recordName = "home"
  static let fields: [PageField<HomeBody>] = [
    .text("kicker", "Which communities and up to when.") { $0.kicker },
    .text("claim", "The finding that heads the page.") { $0.claim },
    .text("lead", "The finding in a sentence or two.") { $0.lead },
    .optionalRecord("more", "The insight the finding is from.") { $0.more },
    .list(
      "changes", "What changed between the two newest sealed editions; empty before there are two."
    ) {
      $0.changes
    },
    .text("changes_note", "Which editions are compared, and what counts as a change.") {
      $0.changesNote
    },
    .optionalRecord("changes_more", "The page of all changes.") { $0.changesMore },
    .text("key_figures_heading", "Whose key figures they are.") { $0.keyFiguresHeading },
    .list("key_figures", "At most four.") { $0.keyFigures },
    .text("key_figures_note", "What the lines and bands of the key figures are.") {
      $0.keyFiguresNote
    },
    .optionalRecord("timeline", "The relationship over time with campaigns and events.") {
      $0.timeline
    },
    .list("waiting", "Questions without a response, the longest wait first.") { $0.waiting },
    .optionalText("waiting_note", "How many there are, where not all are listed.") {
      $0.waitingNote
    },
    .list("criticism", "Criticism without an answer, the oldest first.") { $0.criticism },
    .record("communities", "All communities.") { $0.communities },
    .list("insights", "The latest insights.") { $0.insights },
    .list("sections", "The plain sections of the site.") { $0.sections },
    .list("pages", "The newest pages of the plain sections.") { $0.pages },
  ]
}
