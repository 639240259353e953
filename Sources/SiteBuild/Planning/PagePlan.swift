internal import Basics

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
  case data
  /// An index into ``SitePlan/pages``.
  case plain(Int)
  case notFound
}

/// Every page of a site, in the order in which they are rendered.
func planPages(_ plan: SitePlan) -> [PagePlan] {
  [.home, .insights, .communities, .method, .data, .notFound]
    + plan.insights.indices.map(PagePlan.insight)
    + plan.communities.indices.map(PagePlan.community)
    + plan.pages.indices.filter { plan.pages[$0].slug != MethodPage.prosePage }
    .map(PagePlan.plain)
}
