internal import Templating

/// All files of one collection that is kept like a ledger: criticism, strategy, reps and their like.
struct LedgerPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var ledger: LedgerBody

  static let recordName = "ledger page"
  static let template = "ledger.html"
  static let fields: [PageField<LedgerPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("ledger", "The ledger.") { $0.ledger },
  ]
}

/// What a ledger shows.
struct LedgerBody: PageRecord {
  var lead: String
  var key: [LedgerStatus]
  var entries: [LedgerEntry]

  static let recordName = "ledger"
  static let fields: [PageField<LedgerBody>] = [
    .text("lead", "What it is for.") { $0.lead },
    .list("key", "What its marks mean; empty where entries have none.") { $0.key },
    .list("entries", "The entries in their order.") { $0.entries },
  ]
}

/// A mark of a ledger with its meaning.
struct LedgerStatus: PageRecord {
  /// `heard`, `explained`, `changed`, `declined`: the shape of the mark.
  var mark: String
  var name: String
  var meaning: String

  static let recordName = "ledger status"
  static let fields: [PageField<LedgerStatus>] = [
    .text("mark", "Its shape: heard, explained, changed or declined.") { $0.mark },
    .text("name", "Its word.") { $0.name },
    .text("meaning", "What it means.") { $0.meaning },
  ]
}

/// One entry of a ledger.
struct LedgerEntry: PageRecord {
  var id: String
  var title: String
  /// A page of its own, or the place on the web that it is about.
  var href: SafeURL?
  var mark: String?
  /// What stands to its left: its status, its day, its kind.
  var label: String
  var meta: String?
  var sources: [Link] = []
  var summary: String?
  var facts: [Fact] = []
  var prose: SafeHTML?
  var remarks: String?

  static let recordName = "ledger entry"
  static let fields: [PageField<LedgerEntry>] = [
    .text("id", "Its anchor, which stays.") { $0.id },
    .text("title", "What it is called.") { $0.title },
    .optionalURL("href", "Where it leads.") { $0.href },
    .optionalText("mark", "The shape of its mark, as in the key.") { $0.mark },
    .text("label", "Its status, day or kind.") { $0.label },
    .optionalText("meta", "Its number, people and day.") { $0.meta },
    .list("sources", "The conversations behind it.") { $0.sources },
    .optionalText("summary", "What it is, in a sentence or two.") { $0.summary },
    .list("facts", "What else is short.") { $0.facts },
    .optionalHTML("prose", "The author's text.") { $0.prose },
    .optionalText("remarks", "What the internal edition says about the entry itself.") {
      $0.remarks
    },
  ]
}
