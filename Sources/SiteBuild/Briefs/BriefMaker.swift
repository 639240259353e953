internal import Basics
internal import LinkDirectory
internal import MarkdownHTML
internal import Measures
internal import Templating

/// Cuts the brief of one department from the plan of a site.
struct BriefMaker: Sendable {
  let renderer: PageRenderer
  let file: ContentFile<Department>
  /// The department's insights, the newest first.
  let insights: [ContentFile<Insight>]
  /// The communities it follows, in its order; all where it names none.
  let communities: [PublishedCommunity]

  /// `index` is the department's place in the content.
  init(_ renderer: PageRenderer, _ file: ContentFile<Department>, _ index: Int) {
    self.renderer = renderer
    self.file = file
    let plan = renderer.plan
    insights = plan.distribution.insights(of: index).map { plan.insights[$0] }
    let followed = file.fields.communities.map(\.value)
    communities =
      followed.isEmpty
      ? plan.communities
      : followed.compactMap { name in plan.communities.first { $0.fileName == name } }
  }

  var plan: SitePlan { renderer.plan }
  var wording: Wording { renderer.wording }
  /// The page that the brief stands on.
  var page: SitePath { SiteRoutes.brief(file.addressName) }

  var brief: Brief {
    let name = MessageValue.text(file.head.title)
    var brief = Brief(
      name: file.addressName, heading: wording(.briefFor, ["department": name]),
      publisher: "\(plan.settings.organisation) \(plan.settings.title)",
      known: renderer.site.builtFrom, notice: renderer.site.notice,
      claim: claim
        ?? BriefItem(
          title: wording(.briefNothingNew), note: wording(.briefNothingLead, ["department": name])),
      owner: BriefItem(title: wording(.answersFor), note: file.fields.owner))
    brief.findings = insights.dropFirst().prefix(Brief.mostFindings).map(item)
    let figures = figures
    let conversations = conversations
    brief.figures = figures.shown
    brief.figuresNote = figuresNote(brief.figures)
    let changes = changes
    brief.changes = Array(changes.rows.prefix(Brief.mostChanges))
    brief.changesNote = changes.note
    brief.criticism = criticism.prefix(Brief.mostCriticism).map { criticismItem($0) }
    brief.reviews = reviews.prefix(Brief.mostReviews).map { reviewItem($0) }
    brief.conversations = conversations.items
    brief.leavesOut = leavesOut(figures: figures.more, conversations: conversations.older)
    let more = conversations.items.count - Brief.mostConversations
    if more > 0 {
      brief.leavesOutConversations = wording(.leavesOutConversations, ["n": .count(more)])
    }
    brief.unknowns = unknowns(brief.figures)
    brief.contact = contact
    return brief
  }

  /// The first finding may say more than the others.
  private var claim: BriefItem? {
    insights.first.map { insight in
      var claim = item(insight)
      claim.note = clipped(insight.head.summary ?? "", to: 320)
      return claim
    }
  }

  private func item(_ insight: ContentFile<Insight>) -> BriefItem {
    BriefItem(
      title: clipped(insight.head.title, to: 110),
      note: clipped(insight.head.summary ?? "", to: 200),
      link: .page(SiteRoutes.insight(insight.addressName)))
  }

  private var contact: BriefItem? {
    plan.settings.contact.map { contact in
      switch contact {
      case .web(let place):
        BriefItem(title: wording(.briefQuestions), note: place.shortText, link: .web(place))
      case .mail(let mail):
        BriefItem(title: wording(.briefQuestions), note: mail, link: .mail(mail))
      }
    }
  }

  // MARK: What changed

  /// Figures that moved, and criticism that got its answer, between the last two editions.
  private var changes: (rows: [ChangeRow], note: String) {
    let editions = plan.editions.suffix(2)
    guard editions.count == 2, let older = editions.first, let newer = editions.last else {
      return ([], "")
    }
    let comparison = EditionComparison(
      older, newer, wording,
      communities: communities.map {
        ComparedCommunity(slug: $0.slug, name: $0.name, threshold: plan.threshold($0))
      })
    let figures = comparison.changes.filter { $0.kind != .address }
      .map { ChangeRow(label: $0.label(wording), words: clipped($0.words, to: 160)) }
    let answered = plan.content.criticism.filter { file in
      concerns(file) && file.fields.since.map { $0 > older.day } == true
    }.map {
      ChangeRow(label: wording($0.fields.status.word), words: clipped($0.head.title, to: 110))
    }
    let days: [String: MessageValue] = [
      "older": .text(wording.formats.longDate(older.day)),
      "newer": .text(wording.formats.longDate(newer.day)),
    ]
    return (answered + figures, wording(.editionsCompared, days))
  }
}

/// A text that fits its place on the page: whole, or cut before a word, with `…` for the rest.
func clipped(_ text: String, to length: Int) -> String {
  if text.count <= length { return text }
  let start = text.prefix(length - 1)
  let cut = start.lastIndex(where: \.isWhitespace) ?? start.endIndex
  return start[..<cut] + "…"
}
