internal import Basics
internal import CommunityData
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
    let (early, plan) = alongside {
      // Templates with queries of their own ask what is decided only now.
      input.templateQueries.isEmpty ? LoadedTemplates(input, nil, settings) : nil
    } _: {
      planSite(input, asOf: settings.asOf, for: settings.audience, diagnostics: &diagnostics)
    }
    let queries = openDatabase(plan, diagnostics: &diagnostics).map {
      QueryRunner($0, threshold: plan.highestThreshold)
    }
    let loaded = early ?? LoadedTemplates(input, queries, settings)
    diagnostics += loaded.diagnostics
    guard let templates = loaded.set, let queries else {
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
private struct LoadedTemplates: Sendable {
  /// nil where one of them cannot be read.
  private(set) var set: TemplateSet?
  private(set) var diagnostics: [Diagnostic] = []

  /// Without anything to ask, templates ask nothing.
  init(_ input: SiteInput, _ queries: QueryRunner?, _ settings: BuildSettings) {
    var options = TemplateOptions()
    options.wording = input.wording
    options.calculatesWithUnknown = false
    let lookup = TemplateQueries.lookup(input.templateQueries, queries, &diagnostics)
    let loaded = TemplateSet.load(
      input.templates, entries: pageEntries, options: options, lookup: lookup)
    diagnostics += loaded.diagnostics
    set = loaded.set
    set?.meter = settings.meter
    set?.none = input.wording(.none)
  }
}
