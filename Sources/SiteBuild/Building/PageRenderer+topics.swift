internal import Basics
internal import LinkDirectory
internal import Templating

/// What communities talk about.
extension PageRenderer {
  func topics() -> RenderedPage {
    let address = SiteRoutes.topics
    var figures: [Figure] = []
    var shown: [TopicsOfCommunity] = []
    let maker = FigureMaker(plan: plan, page: address)
    for community in plan.communities {
      let start = figures.count
      for kind in [TableFigure.topics, .risingTerms] {
        if let figure = kind.make(maker, community, figures.count + 1) { figures.append(figure) }
      }
      if figures.count == start { continue }
      shown.append(
        TopicsOfCommunity(
          id: community.slug, name: community.name,
          href: SafeURL(from: address, to: SiteRoutes.community(community.slug)),
          figures: figures[start...].map { FigureRecord($0, plan) }))
    }
    let page = TopicsPage(
      site: site,
      page: frame(
        address, title: wording(.topics), description: wording(.topicsLead), above: [.home]),
      communities: shown)
    return finish(page, at: address, figures: figures)
  }

  /// Thanks to those who agreed to be named.
  func credits() -> RenderedPage {
    let address = SiteRoutes.credits
    let people = plan.consent.live.credits.map { credit in
      CreditedPerson(
        name: credit.name.text, href: credit.name.profile.map { SafeURL($0.address) },
        note: credit.note)
    }
    let page = CreditsPage(
      site: site,
      page: frame(
        address, title: wording(.credits), description: wording(.creditsLead), above: [.home]),
      people: people)
    return finish(page, at: address)
  }
}
