internal import LinkDirectory
internal import Templating

/// A brief as its templates read it, with addresses for the place where it stands.
struct BriefBody: PageRecord {
  var heading: String
  var publisher: String
  var known: String
  var notice: String?
  var claim: BriefLine
  var findings: [BriefLine]
  var figures: [BriefNumber]
  var figuresNote: String
  var changes: [ChangeRow]
  var changesNote: String
  var criticism: [BriefLine]
  var reviews: [BriefLine]
  var conversations: [BriefLine]
  var leavesOut: [BriefLine]
  var unknowns: [BriefLine]
  var owner: BriefLine
  var contact: BriefLine?
  var report: BriefLine?

  static let recordName = "brief"
  static let fields: [PageField<BriefBody>] = [
    .text("heading", "For whom it is: `Brief for Support`.") { $0.heading },
    .text("publisher", "The organisation and the site's title.") { $0.publisher },
    .text("known", "Up to when the data reach, as a sentence.") { $0.known },
    .optionalText("notice", "What marks the internal edition.") { $0.notice },
    .record("claim", "The finding that comes first.") { $0.claim },
    .list("findings", "Other findings for the department, the newest first.") { $0.findings },
    .list("figures", "The numbers of its jobs.") { $0.figures },
    .text("figures_note", "Where the numbers come from.") { $0.figuresNote },
    .list("changes", "What changed between the last two editions.") { $0.changes },
    .text("changes_note", "Which editions are compared.") { $0.changesNote },
    .list("criticism", "Criticism that waits for the department's answer.") { $0.criticism },
    .list("reviews", "Strategy it answers for, with the day of review.") { $0.reviews },
    .list("conversations", "Conversations worth joining; empty in an edition that has none.") {
      $0.conversations
    },
    .list("leaves_out", "What the brief leaves out.") { $0.leavesOut },
    .list("unknowns", "What nobody can tell from the data.") { $0.unknowns },
    .record("owner", "Who answers for what the brief asks.") { $0.owner },
    .optionalRecord("contact", "Where to ask, if the site says so.") { $0.contact },
    .optionalRecord("report", "The department's page with its address, where the site has one.") {
      $0.report
    },
  ]
}

/// One line of a brief.
struct BriefLine: PageRecord {
  var title: String
  var note: String
  var href: SafeURL?

  static let recordName = "brief line"
  static let fields: [PageField<BriefLine>] = [
    .text("title", "What it is called.") { $0.title },
    .text("note", "What is said of it; may be empty.") { $0.note },
    .optionalURL("href", "Where it leads, where that can be followed from here.") { $0.href },
  ]
}

/// One number of a brief.
struct BriefNumber: PageRecord {
  var figure: KeyFigure
  /// Percent of the longest bar.
  var bar: Int?
  var usualBar: Int?

  static let recordName = "brief number"
  static let fields: [PageField<BriefNumber>] = [
    .record("figure", "The number with its change, its course and its note.") { $0.figure },
    .boolean("has_bar", "Whether a bar can stand for it.") { $0.bar != nil },
    .integer("bar", "The length of its bar, in percent of the longest.") { $0.bar ?? 0 },
    .integer("rest", "What is left of 100 percent.") { 100 - ($0.bar ?? 0) },
    .boolean("has_usual", "Whether it is known what is usual.") { $0.usualBar != nil },
    .integer("usual", "The length of a bar for the upper end of what is usual.") {
      $0.usualBar ?? 0
    },
    .integer("usual_rest", "What is left of 100 percent.") { 100 - ($0.usualBar ?? 0) },
  ]
}

extension BriefBody {
  /// Every conversation is on the page; what travels has the first ones.
  init(
    _ brief: Brief, mostConversations limit: Int, report: BriefItem?,
    _ address: (BriefLink) -> SafeURL?
  ) {
    func line(_ item: BriefItem) -> BriefLine {
      BriefLine(title: item.title, note: item.note, href: item.link.flatMap(address))
    }
    func lines(_ texts: [String]) -> [BriefLine] {
      texts.map { BriefLine(title: $0, note: "", href: nil) }
    }
    self.init(
      heading: brief.heading, publisher: brief.publisher, known: brief.known,
      notice: brief.notice, claim: line(brief.claim), findings: brief.findings.map(line),
      figures: brief.figures.map(BriefNumber.init), figuresNote: brief.figuresNote,
      changes: brief.changes, changesNote: brief.changesNote,
      criticism: brief.criticism.map(line), reviews: brief.reviews.map(line),
      conversations: brief.conversations.prefix(limit).map(line),
      leavesOut: lines(brief.leavesOut(showing: limit)), unknowns: lines(brief.unknowns),
      owner: line(brief.owner), contact: brief.contact.map(line), report: report.map(line))
  }
}

extension BriefNumber {
  fileprivate init(_ figure: BriefFigure) {
    self.init(
      figure: figure.figure, bar: figure.bar, usualBar: figure.usualBar)
  }
}
