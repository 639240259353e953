/// The template that each page is rendered with.
extension PagePlan {
  var template: String {
    switch self {
    case .home: HomePage.template
    case .insights: InsightsPage.template
    case .insight: InsightPage.template
    case .communities: CommunitiesPage.template
    case .community: CommunityPage.template
    case .method: MethodPage.template
    case .metric: MetricPage.template
    case .data: DataPage.template
    case .plain: PlainPage.template
    case .directory: DirectoryPage.template
    case .changes: ChangesPage.template
    case .aToZ: AToZPage.template
    case .search: SearchPage.template
    case .places: PlacesPage.template
    case .topics: TopicsPage.template
    case .credits: CreditsPage.template
    case .ledger: LedgerPage.template
    case .briefs: BriefsPage.template
    case .brief: BriefPage.template
    case .withdrawn: WithdrawnPage.template
    case .notFound: NotFoundPage.template
    case .sectionList, .tag: ListPage.template
    case .sectionPage: SectionPage.template
    case .tags: TagsPage.template
    }
  }
}
