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
    let plan = planSite(
      input, asOf: settings.asOf, for: settings.audience, diagnostics: &diagnostics)
    let queries = openDatabase(plan, diagnostics: &diagnostics).map {
      QueryRunner($0, threshold: plan.highestThreshold)
    }
    guard let templates = loadTemplates(input, queries, settings, &diagnostics), let queries else {
      self.plan = plan
      links = ContentLinks(plan, staticFiles: plan.staticFiles)
      renderer = nil
      return
    }
    self.plan = plan.withDataPages(queries, &diagnostics)
    links = ContentLinks(self.plan, staticFiles: plan.staticFiles)
    renderer = PageRenderer(
      plan: self.plan, links: links, templates: templates, queries: queries)
  }
}

/// The templates, with what they ask the published tables.
private func loadTemplates(
  _ input: SiteInput, _ queries: QueryRunner?, _ settings: BuildSettings,
  _ diagnostics: inout [Diagnostic]
) -> TemplateSet? {
  var options = TemplateOptions()
  options.wording = input.wording
  options.calculatesWithUnknown = false
  let lookup = queries.map {
    TemplateQueries.lookup(input.templateQueries, $0, &diagnostics)
  }
  let loaded = TemplateSet.load(
    input.templates, entries: pageEntries, options: options, lookup: lookup)
  diagnostics += loaded.diagnostics
  var set = loaded.set
  set?.meter = settings.meter
  set?.none = input.wording(.none)
  return set
}
