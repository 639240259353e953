internal import Basics
internal import Templating

/// A site that is decided and measured, with all that its pages and briefs are rendered with.
struct PreparedSite {
  let plan: SitePlan
  let links: ContentLinks
  /// nil, with the reason among the findings, where the templates cannot be read or there is no memory
  /// for the published tables.
  let renderer: PageRenderer?

  init(_ input: SiteInput, _ settings: BuildSettings, diagnostics: inout [Diagnostic]) {
    let input = settings.applied(to: input, diagnostics: &diagnostics)
    var options = TemplateOptions()
    options.wording = input.wording
    let loaded = TemplateSet.load(input.templates, entries: pageEntries, options: options)
    diagnostics += loaded.diagnostics
    let plan = planSite(
      input, asOf: settings.asOf, for: settings.audience, diagnostics: &diagnostics)
    guard var templates = loaded.set,
      let database = openDatabase(plan, diagnostics: &diagnostics)
    else {
      self.plan = plan
      links = ContentLinks(plan, staticFiles: plan.staticFiles)
      renderer = nil
      return
    }
    let queries = QueryRunner(database, threshold: plan.highestThreshold)
    self.plan = plan.withDataPages(queries, &diagnostics)
    links = ContentLinks(self.plan, staticFiles: plan.staticFiles)
    templates.meter = settings.meter
    renderer = PageRenderer(
      plan: self.plan, links: links, templates: templates, queries: queries)
  }
}
