internal import CommunityData
internal import Basics
internal import Measures
internal import Templating

/// The home page.
extension PageRenderer {
  func home() -> RenderedPage {
    let address = SiteRoutes.home
    var diagnostics: [Diagnostic] = []
    let timeline = timeline(diagnostics: &diagnostics)
    let figures = timeline.map { [$0] } ?? []
    let headline = headline
    let whatChanged = whatChanged(on: address)
    let body = HomeBody(
      kicker: kicker, claim: headline?.head.title ?? plan.settings.title,
      lead: headline?.head.summary ?? plan.settings.note,
      more: headline.map { insight in
        Link(
          title: wording(.readTheInsight),
          href: SafeURL(from: address, to: SiteRoutes.insight(insight.addressName)))
      },
      changes: whatChanged.rows, changesNote: whatChanged.note, changesMore: whatChanged.more,
      keyFiguresHeading: timelineCommunity.map {
        wording(.keyFiguresOf, ["name": .text($0.name)])
      } ?? wording(.keyFigures),
      keyFigures: timelineCommunity.map { keyFigures(of: $0, on: address) } ?? [],
      keyFiguresNote: keyFiguresNote,
      timeline: timeline.map { FigureRecord($0, plan) },
      waiting: WaitingThread.longest(of: plan.communities, atMost: 5, wording),
      criticism: unansweredCriticism(on: address, atMost: 4),
      communities: table(on: address),
      insights: plan.insights.prefix(5).map { card($0, on: address) },
      sections: links(to: plan.sections.map(\.path).filter { $0.parts.count == 1 }, on: address),
      pages: plan.newestPages.map { card($0, on: address) })
    let page = HomePage(
      site: site,
      page: frame(address, title: body.claim, description: body.lead), home: body)
    return finish(page, at: address, figures: figures, diagnostics: diagnostics)
  }

  private var headline: ContentFile<Insight>? {
    let slug = plan.settings.headline?.value
    return plan.insights.first { $0.slug == slug } ?? plan.insights.first
  }

  private var timelineCommunity: PublishedCommunity? {
    let slug = plan.settings.timeline?.value
    return plan.communities.first { $0.fileName == slug } ?? plan.communities.first
  }

  private var kicker: String {
    let names = plan.communities.map(\.name)
    var values: [String: MessageValue] = ["n": .count(names.count)]
    if names.count == 1 { values["name"] = .text(names[0]) }
    guard let known = plan.knownUntil else {
      return wording(names.count == 1 ? .kickerOneUndated : .kickerManyUndated, values)
    }
    values["day"] = .text(wording.formats.longDate(known))
    return wording(names.count == 1 ? .kickerOne : .kickerMany, values)
  }

  private func timeline(diagnostics: inout [Diagnostic]) -> Figure? {
    guard let community = timelineCommunity else { return nil }
    var figures = CommunityFigures(FigureMaker(plan: plan, page: SiteRoutes.home), of: community)
    let timeline = figures.section(lines: [.activity]).first
    diagnostics += figures.diagnostics
    return timeline
  }

  var keyFiguresNote: String { wording(.keyFiguresNote) }
}

extension WaitingThread {
  /// Questions nobody else has answered, the longest wait first.
  static func longest(
    of communities: [PublishedCommunity], atMost limit: Int, _ wording: Wording
  ) -> [WaitingThread] {
    let threads = communities.flatMap { community in
      openQuestions(in: community.data).map { WaitingThread($0, of: community, wording) }
    }
    return Array(threads.sorted { ($1.waiting, $0.title) < ($0.waiting, $1.title) }.prefix(limit))
  }

  init(_ open: OpenThread, of community: PublishedCommunity, _ wording: Wording) {
    let items = community.data.items
    self.init(
      title: community.threadTitle(ofRow: open.row) ?? wording(.untitled),
      href: community.sourceLink(toRow: open.row).map { SafeURL($0) },
      community: community.name, state: items.closed[open.row] == .max ? nil : wording(.closed),
      asked: Timestamp(secondsSinceEpoch: items.published[open.row]).day.description,
      waiting: open.waiting)
  }
}
