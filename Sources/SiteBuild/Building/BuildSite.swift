internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import OpenWeb

/// Input in, files out: nothing here reads the clock or the environment, nor the disk but for what
/// the last build left there.
///
/// With that, pages that no edit concerns stay as they are; with a stage, what is finished need not stay
/// in memory. The edition is the same without.
package func buildSite(
  _ input: SiteInput, _ settings: BuildSettings, after last: LastBuild? = nil,
  on stage: EditionStage? = nil
) -> BuildResult {
  settings.begin(.planning)
  var diagnostics: [Diagnostic] = []
  let prepared = PreparedSite(input, settings, diagnostics: &diagnostics)
  let (plan, links) = (prepared.plan, prepared.links)
  guard let renderer = prepared.renderer else {
    return BuildResult(files: [], diagnostics: diagnostics.sortedByPlace(), pages: 0, items: 0)
  }
  let inspector = SiteInspector(baseURL: plan.settings.baseURL?.text)
  let pages = PlannedPages(plan)
  diagnostics += checkSearchIndex(plan)
  settings.begin(.rendering)
  // What is not going to be published is not written either.
  let stage = diagnostics.hasErrors ? nil : stage
  let (aside, rendered) = alongside { [theme = input.theme] in
    (
      others: OtherFiles(renderer, theme, pages: pages, inspector),
      addresses: checkAddresses(pages.places, staticFiles: plan.staticFiles)
    )
  } _: {
    pages.render(renderer, inspector, after: last, on: stage)
  }
  let others = aside.others
  diagnostics += aside.addresses + rendered.causes
  settings.begin(.listing)
  let history = AddressHistory(plan, links, files: rendered.paths + others.paths)
  // Editions are of the public site; what colleagues read has other pages.
  if settings.audience == .everybody { diagnostics += lostAddresses(history, plan) }
  let old = masked(
    pagesAtOldAddresses(history, renderer, diagnostics: &diagnostics), plan.consent.mask)
  let files = (rendered.files.kept + others.files + old).sorted { $0.path < $1.path }
  // What was measured, quoted or named without a text that could not be read is not published.
  for fault in plan.communities.compactMap(\.data.textDiagnostic)
  where !diagnostics.contains(fault) { diagnostics.append(fault) }
  settings.begin(.checking)
  let (remembered, (site, findings)) = alongside {
    rendered.remembered(plan, after: last)
  } _: {
    let site = BuiltSite(files: files, inFolders: rendered.inFolders(stage, after: last))
    // A page with errors would fail the rules for the same cause once more.
    if diagnostics.hasErrors { return (site, [Diagnostic]()) }
    let findings = inspector.findings(
      about: site, reports: joined([rendered.reports, others.reports, old.map(inspector.report)]))
    let isHiding = OpenWebCodes.ofHiding.contains
    return (site, findings.filter { settings.audience == .everybody || !isHiding($0.code) })
  }
  diagnostics += findings
  return BuildResult(
    files: files, staged: StagedFiles(rendered.files.staged, on: stage),
    standing: rendered.standing + rendered.files.unchanged.map(\.path),
    diagnostics: diagnostics.sortedByPlace(),
    pages: pages.count,
    items: plan.communities.reduce(0) { $0 + $1.data.itemCount }, heldBack: plan.heldBack,
    nextDue: [input.content.nextDue(after: settings.asOf), plan.nextDue].compactMap(\.self).min(),
    withdrawals: Set(plan.consent.live.ended.filter(\.reason.isNo).map(\.key.subject)).count,
    remembered: remembered, site: site, history: history, plan: plan)
}

/// Old addresses that lead nowhere. Where a consent has ended, what was built on it is gone for a good
/// reason, and that must not stop a build.
private func lostAddresses(_ history: AddressHistory, _ plan: SitePlan) -> [Diagnostic] {
  if plan.consent.live.ended.isEmpty { return history.diagnostics }
  return history.diagnostics.map { diagnostic in
    guard diagnostic.code == OpenWebCodes.lostAddress else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.severity = .note
    diagnostic.notes.append("it may have gone with a community that has no live consent")
    return diagnostic
  }
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
    + HostFiles(history: history, prefix: plainHostFolder(of: plan.settings.baseURL?.text)).files
}

extension BuildSettings {
  /// The input with the address that the settings give it.
  func applied(to input: SiteInput, diagnostics: inout [Diagnostic]) -> SiteInput {
    var input = input
    if let text = baseURL {
      // Canonical addresses, feeds and sitemap read the site's settings, so the override goes there.
      if let address = WebAddress(ofSite: text) {
        input.settings.baseURL = address
      } else {
        // The site keeps its own: without any it would seem to lose its feeds besides.
        diagnostics.append(
          Diagnostic(
            SiteBuildCodes.wrongType,
            "the base URL `\(text)` is no \(WebAddress(text) == nil ? "web" : "site's") address",
            fix: WebAddress(text) == nil
              ? "write it as https://…" : WebAddress.fix(ofSite: text)))
      }
    }
    // What is for colleagues has no address that the world knows.
    if audience == .colleagues, baseURL == nil { input.settings.baseURL = nil }
    return input
  }
}
