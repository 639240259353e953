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
    let waiting = WaitingThread.longest(of: plan.communities, atMost: 5, wording)
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
      keyFigures: timelineCommunity.map {
        keyFigures(of: $0, on: address, tellPeriod: true)
      } ?? [],
      keyFiguresNote: keyFiguresNote,
      timeline: timeline.map { FigureRecord($0, plan) },
      waiting: waiting, waitingNote: note(on: waiting, of: plan.communities),
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
