internal import CommunityData
internal import LinkDirectory
internal import Basics
internal import Dispatch
internal import OpenWeb
internal import Synchronization
internal import Templating

/// Input in, files out: nothing here reads the disk, the clock or the environment.
package func buildSite(_ input: SiteInput, _ settings: BuildSettings) -> BuildResult {
  var diagnostics: [Diagnostic] = []
  var input = input
  if let text = settings.baseURL {
    // Canonical addresses, feeds and sitemap read the site's settings, so the override goes there.
    input.settings.baseURL = WebAddress(text.hasSuffix("/") ? text : text + "/")
    if input.settings.baseURL == nil {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.wrongType, "the base URL `\(text)` is no web address",
          fix: "write it as https://…"))
    }
  }
  var options = TemplateOptions()
  options.wording = input.wording
  let loaded = TemplateSet.load(input.templates, entries: pageEntries, options: options)
  diagnostics += loaded.diagnostics
  let plan = planSite(input, asOf: settings.asOf, diagnostics: &diagnostics)
  guard let templates = loaded.set else {
    return BuildResult(files: [], diagnostics: diagnostics.sortedByPlace(), pages: 0, items: 0)
  }
  let links = ContentLinks(plan, staticFiles: plan.staticFiles)
  let renderer = PageRenderer(plan: plan, links: links, templates: templates)
  let rendered = renderAll(planPages(plan), renderer)
  diagnostics += rendered.flatMap(\.diagnostics)
  var files = rendered.flatMap(\.files) + dataFiles(plan) + plan.staticFiles
  files += sectionFeeds(plan) + directoryFiles(plan)
  files += siteFronts(
    plan, links, pages: rendered.compactMap(\.listed).filter(plan.isToBeFound))
  files.append(OutputFile(path: SiteRoutes.stylesheet, bytes: input.stylesheet))
  let history = AddressHistory(plan, links, files: files)
  diagnostics += lostAddresses(history, plan)
  files += pagesAtOldAddresses(history, renderer, diagnostics: &diagnostics)
  files = maskAll(files, plan.consent.mask)
  files.sort { $0.path < $1.path }
  let baseURL = plan.settings.baseURL?.text
  // A page with errors would fail the rules for the same cause once more.
  if !diagnostics.hasErrors {
    let site = BuiltSite(files: files)
    diagnostics += checkSite(site, baseURL: baseURL)
  }
  return BuildResult(
    files: files, diagnostics: diagnostics.sortedByPlace(), pages: rendered.count,
    items: plan.communities.reduce(0) { $0 + $1.data.items.count },
    withdrawals: Set(plan.consent.live.ended.filter(\.reason.isNo).map(\.key.subject)).count,
    history: history, plan: plan)
}

/// Old addresses that lead nowhere. Where somebody said no, what was built on them is gone for a good
/// reason, and that must not stop a build.
private func lostAddresses(_ history: AddressHistory, _ plan: SitePlan) -> [Diagnostic] {
  if plan.consent.withheld.isEmpty { return history.diagnostics }
  return history.diagnostics.map { diagnostic in
    guard diagnostic.code == OpenWebCodes.lostAddress else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.severity = .note
    diagnostic.notes.append("it may have gone with a community that has no live consent")
    return diagnostic
  }
}

/// Takes the names of those who may not be named out of every file, on all cores.
private func maskAll(_ files: [OutputFile], _ mask: NameMask) -> [OutputFile] {
  if mask.search.isEmpty { return files }
  let done = Mutex([OutputFile?](repeating: nil, count: files.count))
  DispatchQueue.concurrentPerform(iterations: files.count) { index in
    let file = mask.hides(files[index].path.text) ? nil : mask.masked(files[index])
    done.withLock { $0[index] = file }
  }
  return done.withLock { $0.compactMap(\.self) }
}

/// Pages that move on, pages that say what is gone, and what hosts are told of both.
private func pagesAtOldAddresses(
  _ history: AddressHistory, _ renderer: PageRenderer, diagnostics: inout [Diagnostic]
) -> [OutputFile] {
  let plan = renderer.plan
  var files = history.redirects.sorted { $0.key < $1.key }
    .filter { $0.key.fileExtension == "html" }
    .map { RedirectPage(from: $0.key, to: $0.value, plan: plan).file }
  for entry in history.gone where entry.path.fileExtension == "html" {
    let page = renderer.gone(entry.entry, at: entry.path)
    files += page.files
    diagnostics += page.diagnostics
  }
  return files
    + HostFiles(history: history, prefix: pathPrefix(of: plan.settings.baseURL?.text)).files
}

/// `https://example.org/reports/` → `/reports`; nothing without a folder.
private func pathPrefix(of baseURL: String?) -> String {
  guard let baseURL, let scheme = baseURL.firstRange(of: "://") else { return "" }
  let path = baseURL[scheme.upperBound...].drop { $0 != "/" }
  return path.hasSuffix("/") ? String(path.dropLast()) : String(path)
}

/// All pages, on all cores, in the order in which they were planned.
private func renderAll(_ pages: [PagePlan], _ renderer: PageRenderer) -> [RenderedPage] {
  let done = Mutex([RenderedPage?](repeating: nil, count: pages.count))
  DispatchQueue.concurrentPerform(iterations: pages.count) { index in
    let page = renderer.render(pages[index])
    done.withLock { $0[index] = page }
  }
  return done.withLock { $0.compactMap(\.self) }
}
