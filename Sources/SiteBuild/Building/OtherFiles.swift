internal import Basics
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
    var files =
      renderer.tables.flatMap { [$0.csv, $0.json] } + plan.staticFiles + feeds(plan)
      + directoryFiles(plan)
    let database = OutputFile(
      path: SiteRoutes.database, bytes: renderer.queries.database.file)
    files.append(database)
    files += changesFeeds(plan) + distributionFiles(plan)
    files += siteFronts(renderer, database, pages: pages.listed.filter(plan.isToBeFound))
    files += theme.files(withSearch: plan.settings.search != nil)
    paths = files.map(\.path)
    self.files = masked(files, plan.consent.mask)
    reports = self.files.map(inspector.report)
  }
}
