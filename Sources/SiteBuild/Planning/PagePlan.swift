internal import Basics
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
  /// The same neutral words at an address that a withdrawn page had.
  case withdrawn(SitePath)
  case notFound
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
    + (plan.consent.neutralPages + plan.withdrawn.neutralPages).map(PagePlan.withdrawn)
}
