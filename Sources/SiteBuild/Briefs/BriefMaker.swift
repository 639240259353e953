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

  /// The fullest brief that fits a page of paper.
  var brief: Brief {
    let whole = whole
    for limits in BriefLimits.steps {
      let brief = limited(whole, to: limits)
      if PaperSpace(of: brief).isEnough { return brief }
    }
    return limited(whole, to: BriefLimits.steps[BriefLimits.steps.count - 1])
  }

  /// What does not depend on how much there is room for.
  private struct Whole {
    var brief: Brief
    var figures: (shown: [BriefFigure], more: Int)
    var olderConversations: Int
    var changes: [ChangeRow]
  }

  private var whole: Whole {
    let name = MessageValue.text(clipped(file.head.title, to: 60))
    var brief = Brief(
      name: file.addressName, heading: wording(.briefFor, ["department": name]),
      publisher: [plan.settings.organisation, plan.settings.title]
        .joined(separator: wording.listSeparator),
      known: renderer.site.builtFrom, notice: renderer.site.notice,
      claim: claim
        ?? BriefItem(
          title: wording(.briefNothingNew), note: wording(.briefNothingLead, ["department": name])),
      owner: BriefItem(title: wording(.answersFor), note: clipped(file.fields.owner, to: 60)))
    let conversations = conversations
    brief.conversations = conversations.items
    brief.contact = contact
    let changes = changes
    brief.changesNote = changes.note
    let figures = figures
    brief.figures = figures.shown
    brief.figuresNote = figuresNote(figures.shown)
    return Whole(
      brief: brief, figures: figures, olderConversations: conversations.older,
      changes: changes.rows)
  }

  private func limited(_ whole: Whole, to limits: BriefLimits) -> Brief {
    var brief = whole.brief
    brief.limits = limits
    brief.findings = insights.dropFirst().prefix(limits.findings).map(item)
    brief.changes = Array(whole.changes.prefix(limits.changes))
    brief.criticism = criticism.prefix(limits.criticism).map { criticismItem($0) }
    brief.reviews = reviews.prefix(limits.reviews).map { reviewItem($0) }
    brief.leavesOut = leavesOut(
      limits, figures: whole.figures.more, conversations: whole.olderConversations)
    let more = brief.conversations.count - limits.conversations
    if more > 0 {
      brief.leavesOutConversations = wording(.leavesOutConversations, ["n": .count(more)])
    }
    brief.unknowns = unknowns(whole.figures.shown, limits)
    return brief
  }

  /// The first finding may say more than the others.
  private var claim: BriefItem? {
    insights.first.map { insight in
      var claim = item(insight)
      claim.note = clipped(insight.head.summary ?? "", to: 260)
      return claim
    }
  }

  private func item(_ insight: ContentFile<Insight>) -> BriefItem {
    BriefItem(
      title: clipped(insight.head.title, to: 90),
      note: clipped(insight.head.summary ?? "", to: 220),
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
      .map { ChangeRow(label: $0.label(wording), words: clipped($0.words, to: 130)) }
    let answered = plan.content.criticism.filter { file in
      concerns(file) && file.fields.since.map { older.day < $0 && $0 <= newer.day } == true
    }.map {
      ChangeRow(label: wording($0.fields.status.word), words: clipped($0.head.title, to: 90))
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
