internal import Basics
internal import CommunityData
internal import OpenData
internal import OpenWeb

/// What a site has besides its pages: data, feeds, what is copied, the sitemap and the theme.
///
/// None of it needs a rendered page, so it is made while those are.
struct OtherFiles: Sendable {
  /// Without the names of those who may not be named.
  let files: [OutputFile]
  /// What the rules of the open web found in them.
  let reports: [FileReport]
  /// The addresses of all, those that tell a name and are not published among them.
  let paths: [SitePath]

  init(
    _ renderer: PageRenderer, _ theme: SiteTheme, pages: PlannedPages, _ inspector: SiteInspector
  ) {
    let plan = renderer.plan
    let database = OutputFile(
      path: SiteRoutes.database, bytes: renderer.queries.database.file)
    var (made, fed) = alongside {
      siteFronts(renderer, database, pages: pages.listed.filter(plan.isToBeFound))
    } _: {
      feeds(plan)
    }
    made += renderer.tables.flatMap { [$0.csv, $0.json] } + fed + directoryFiles(plan)
    made += changesFeeds(plan) + distributionFiles(plan)
    let written = plan.staticFiles + theme.files(withSearch: plan.settings.search != nil)
    // Made of texts without the names; what stands between these is nobody's.
    let finished = made.filter { $0.path == SiteRoutes.dataPackage } + [database]
    made.removeAll { $0.path == SiteRoutes.dataPackage }
    paths = (made + written + finished).map(\.path)
    let mask = plan.consent.mask
    files = masked(made, mask, keeping: .all) + masked(written, mask) + finished
    reports = files.map(inspector.report)
  }
}
