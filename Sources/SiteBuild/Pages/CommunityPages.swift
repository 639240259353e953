internal import Templating

/// The list of all communities.
struct CommunitiesPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var communities: CommunitiesTable

  static let recordName = "communities page"
  static let template = "communities.html"
  static let fields: [PageField<CommunitiesPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("communities", "All communities.") { $0.communities },
  ]
}

/// One community.
struct CommunityPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var community: CommunityBody

  static let recordName = "community page"
  static let template = "community.html"
  static let fields: [PageField<CommunityPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("community", "The community.") { $0.community },
  ]
}

/// What the page of a community shows.
struct CommunityBody: PageRecord {
  var name: String
  var summary: String
  var facts: [Fact]
  var keyFiguresHeading: String
  var keyFigures: [KeyFigure]
  var keyFiguresNote: String
  var sections: [CommunitySection]

  static let recordName = "community"
  static let fields: [PageField<CommunityBody>] = [
    .text("name", "The community's name.") { $0.name },
    .text("summary", "Who they are.") { $0.summary },
    .list("facts", "Platform, basis, window and what else is short.") { $0.facts },
    .text("key_figures_heading", "The period of the key figures.") { $0.keyFiguresHeading },
    .list("key_figures", "At most four.") { $0.keyFigures },
    .text("key_figures_note", "What the lines and bands of the key figures are.") {
      $0.keyFiguresNote
    },
    .list("sections", "The parts of the page.") { $0.sections },
  ]
}

/// One line of the facts under a title.
struct Fact: PageRecord {
  var label: String
  var text: String
  var href: SafeURL?
  var links: [Link] = []

  static let recordName = "fact"
  static let fields: [PageField<Fact>] = [
    .text("label", "What it is.") { $0.label },
    .text("text", "What it says.") { $0.text },
    .optionalURL("href", "Where it leads.") { $0.href },
    .list("links", "What the text names, where that is several things of which each has a place.") {
      $0.links
    },
  ]
}

/// One part of a community's page: figures, questions that wait, prose; what is empty is left out.
struct CommunitySection: PageRecord {
  var id: String
  var title: String
  var intro: String?
  var figures: [FigureRecord] = []
  var keyFigures: [KeyFigure] = []
  var waiting: [WaitingThread] = []
  var entries: [LedgerEntry] = []
  var prose: SafeHTML?

  static let recordName = "section"
  static let fields: [PageField<CommunitySection>] = [
    .text("id", "The anchor.") { $0.id },
    .text("title", "The heading.") { $0.title },
    .optionalText("intro", "A paragraph before the figures.") { $0.intro },
    .list("figures", "The figures.") { $0.figures },
    .list("key_figures", "Further numbers, at most four.") { $0.keyFigures },
    .list("waiting", "Questions without a response, the longest wait first.") { $0.waiting },
    .list("entries", "Entries of a ledger that concern it.") { $0.entries },
    .optionalHTML("prose", "The author's text.") { $0.prose },
  ]
}
