internal import Basics
internal import MarkdownHTML
internal import Measures
internal import Templating

/// A page as files, with what was found on the way.
struct RenderedPage: Sendable {
  /// The page itself comes first.
  var files: [OutputFile]
  /// Those whose files stand beside it.
  var figures: [Figure] = []
  var diagnostics: [Diagnostic]
}

/// Renders pages; shared by all cores, since it only reads.
///
/// A class whose parts never change: each page is handed all that the site is, as one reference.
final class PageRenderer: Sendable {
  let plan: SitePlan
  let links: ContentLinks
  let templates: TemplateSet
  /// What readers can download.
  let tables: [PublishedTable]
  /// Runs the queries of pages.
  let queries: QueryRunner
  /// What is the same around every page.
  let site: SiteFrame
  let menuParts: [FramePart]
  let footerParts: [FramePart]
  /// How the texts of all pages are read.
  let markdownOptions: MarkdownOptions

  init(
    plan: SitePlan, links: ContentLinks, templates: TemplateSet, queries: QueryRunner
  ) {
    self.plan = plan
    self.links = links
    self.templates = templates
    self.queries = queries
    tables = publishedTables(plan)
    site = SiteFrame(plan)
    menuParts = FramePart.menu(plan)
    footerParts = FramePart.footer(plan)
    markdownOptions = ProseRenderer.markdownOptions(plan.settings, plan.wording)
  }

  var wording: Wording { plan.wording }

  func render(_ page: PagePlan) -> RenderedPage {
    switch page {
    case .home: home()
    case .insights: insights()
    case .insight(let index): insight(index)
    case .communities: communities()
    case .community(let index): community(plan.communities[index])
    case .method: method()
    case .metric(let index): metric(Metrics.all[index])
    case .data: data()
    case .plain(let index): plain(plan.pages[index])
    case .directory: directory()
    case .changes: changes()
    case .aToZ: aToZ()
    case .search: search()
    case .places: places()
    case .topics: topics()
    case .credits: credits()
    case .ledger(let ledger): self.ledger(ledger)
    case .briefs: briefs()
    case .brief(let index): brief(plan.content.departments[index], index)
    case .withdrawn(let address): withdrawn(at: address)
    case .notFound: notFound()
    case .sectionList(let index, let part): sectionList(index, part: part)
    case .sectionPage(let index, let page): sectionPage(index, page: page)
    case .tags: tags()
    case .tag(let index, let part): tag(index, part: part)
    }
  }

  /// Runs a page's template and puts its figures' files beside it.
  func finish<Page: PageKind>(
    _ page: Page, at address: SitePath, figures: [Figure] = [], diagnostics: [Diagnostic] = []
  ) -> RenderedPage {
    do throws(TemplateError) {
      let bytes = try templates.render(Page.template, page.value)
      let files = [OutputFile(path: address, bytes: bytes)] + figures.flatMap(\.files)
      return RenderedPage(files: files, figures: figures, diagnostics: diagnostics)
    } catch {
      return RenderedPage(files: [], diagnostics: diagnostics + [error.diagnostic])
    }
  }

  func prose(
    on page: SitePath, about subject: String? = nil, after figures: [Figure] = [],
    of row: PageRow? = nil
  ) -> ProseRenderer {
    ProseRenderer(self, on: page, about: subject, after: figures, of: row)
  }
}
