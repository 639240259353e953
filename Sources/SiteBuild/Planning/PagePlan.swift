internal import Basics
internal import LinkDirectory
internal import Measures

/// One page to be rendered.
enum PagePlan: Sendable {
  case home
  case insights
  /// An index into ``SitePlan/insights``.
  case insight(Int)
  case communities
  /// An index into ``SitePlan/communities``.
  case community(Int)
  case method
  /// An index into `Metrics.all`.
  case metric(Int)
  case data
  /// An index into ``SitePlan/pages``.
  case plain(Int)
  case directory
  /// What changed from edition to edition; on sites with two sealed ones.
  case changes
  /// Everything by name.
  case aToZ
  /// Looks for words with a script; on sites that ask for it.
  case search
  /// Communities beside jobs; on sites that have both.
  case places
  /// What communities talk about; on sites that can show any of it.
  case topics
  /// Who agreed to be named.
  case credits
  /// All entries of a collection that is kept like a ledger.
  case ledger(Ledger)
  /// Who is told what.
  case briefs
  /// An index into the departments of ``SitePlan/content``.
  case brief(Int)
  /// The same neutral words at an address that a withdrawn page had.
  case withdrawn(SitePath)
  case notFound
  /// An index into ``SitePlan/sections``, and which part of its list from 1 on.
  case sectionList(Int, part: Int)
  /// An index into ``SitePlan/sections``, and one into its pages.
  case sectionPage(Int, page: Int)
  case tags
  /// An index into ``SitePlan/tags``, and which part of its list from 1 on.
  case tag(Int, part: Int)
}

extension PagePlan {
  /// Whether authors name it by its address: no file of theirs stands for it, and it is to be found.
  var isNamedByAddress: Bool {
    switch self {
    case .insight, .community, .plain, .sectionPage, .withdrawn, .notFound: false
    default: true
    }
  }
}

/// Every page of a site, in the order in which they are rendered.
func planPages(_ plan: SitePlan) -> [PagePlan] {
  [.home, .insights, .communities, .method, .data, .notFound]
    + plan.insights.indices.map(PagePlan.insight)
    + plan.communities.indices.map(PagePlan.community)
    + Metrics.all.indices.map(PagePlan.metric)
    + plan.pages.indices.filter { plan.pages[$0].slug != MethodPage.prosePage }
    .map(PagePlan.plain)
    + (plan.directory == nil ? [] : [.directory])
    + (plan.editions.count > 1 ? [.changes] : []) + [.aToZ]
    + (plan.settings.search == nil ? [] : [.search])
    + (plan.comparesPlaces ? [.places] : [])
    + (plan.tellsTopics ? [.topics] : [])
    + (plan.consent.live.credits.isEmpty ? [] : [.credits])
    + plan.ledgers.map(PagePlan.ledger)
    + (plan.content.departments.isEmpty ? [] : [.briefs])
    + plan.content.departments.indices.map(PagePlan.brief)
    + (plan.consent.neutralPages + plan.withdrawn.neutralPages).map(PagePlan.withdrawn)
    + planLists(plan)
}

private func planLists(_ plan: SitePlan) -> [PagePlan] {
  let length = plan.settings.listLength
  let sections = plan.sections.enumerated().flatMap { index, section in
    let parts = ListParts(count: section.pages.count, length: length)
    return (1...parts.number).map { PagePlan.sectionList(index, part: $0) }
      + section.pages.indices.map { PagePlan.sectionPage(index, page: $0) }
  }
  let tags = plan.tags.enumerated().flatMap { index, tag in
    (1...ListParts(count: tag.pages.count, length: length).number).map {
      PagePlan.tag(index, part: $0)
    }
  }
  return sections + (plan.tags.isEmpty ? [] : [.tags]) + tags
}
