package import Basics
package import CommunityData
internal import LinkDirectory

/// Explains a page by its address, by its file in the output or by its source: what it is made of,
/// what leads to it, and why it is published or not. The site is built for that, and nothing written.
///
/// The text is nil where there is no such page; then a suggestion may name the nearest one.
package func explainPage(
  _ name: String, _ fileSystem: any FileSystem, asOf moment: Timestamp, cache: CacheFolder? = nil
) -> PageExplanation {
  let reading = readSite(fileSystem, cache: cache)
  var explanation = PageExplanation(diagnostics: reading.diagnostics)
  guard let input = reading.input else { return explanation }
  let result = buildSite(input, BuildSettings(asOf: moment))
  explanation.diagnostics = (reading.diagnostics + result.diagnostics).sortedByPlace()
  guard let plan = result.plan else { return explanation }
  let site = ExplainedSite(
    input: input, plan: plan, result: result, fileSystem: fileSystem,
    findings: explanation.diagnostics)
  explanation.text = site.text(about: name)
  if explanation.text == nil { explanation.suggestion = site.suggestion(for: name) }
  return explanation
}

package struct PageExplanation: Sendable {
  package var text: String?
  package var diagnostics: [Diagnostic]
  /// `did you mean `insights/a/`?`
  package var suggestion: String?
}

/// A site that was built to tell about it.
struct ExplainedSite {
  let input: SiteInput
  let plan: SitePlan
  let pages: [(page: PagePlan, place: PlannedPlace)]
  let links: ContentLinks
  let result: BuildResult
  let fileSystem: any FileSystem
  let findings: [Diagnostic]

  init(
    input: SiteInput, plan: SitePlan, result: BuildResult, fileSystem: any FileSystem,
    findings: [Diagnostic]
  ) {
    self.input = input
    self.plan = plan
    self.result = result
    self.fileSystem = fileSystem
    self.findings = findings
    pages = planPages(plan).map { ($0, plan.place(of: $0)) }
    links = ContentLinks(plan, staticFiles: plan.staticFiles)
  }

  func text(about name: String) -> String? {
    switch PageName(name, baseURL: plan.settings.baseURL?.text) {
    case .source(let path): sourceText(path)
    case .output(let paths):
      paths.lazy.compactMap(outputText).first.map {
        ([$0] + missingFigure(in: name)).joined(separator: "\n")
      }
    case nil: nil
    }
  }

  func suggestion(for name: String) -> String? {
    let known =
      pages.map { publicPath($0.place.address) } + input.content.entries.map(\.path.text)
      + result.files.map(\.path.text)
    return Basics.suggestion(for: name, among: known.filter { !$0.isEmpty })
  }

  // MARK: Sources

  private func sourceText(_ path: SitePath) -> String? {
    if let entry = input.content.entries.first(where: { $0.path == path }) {
      return ([path.text, ""] + standing(of: entry) + remarks(on: path)).joined(separator: "\n")
    }
    if let file = plan.staticFiles.first(where: { SiteFolders.source(ofStatic: $0.path) == path }) {
      return [path.text, "", line("Published", "as \(file.path), copied as it is")]
        .joined(separator: "\n")
    }
    guard (try? fileSystem.entry(at: path)) != nil else { return nil }
    let isPrivate = SiteFolders.privateFolders.contains { path == $0 || path.isInside($0) }
    let reason =
      isPrivate
      ? "never: what lies in this folder is read and not published"
      : "no: it is no page, and read for the whole site"
    return [path.text, "", line("Published", reason)].joined(separator: "\n")
  }

  private func standing(of entry: any ContentEntry) -> [String] {
    let own = pages.filter { $0.place.source == entry.path }.map(\.place.address)
    if own.isEmpty, let address = links.addresses[entry.path.text] {
      let anchor = plan.withdrawn.replacements[entry.path.text] == nil ? anchor(of: entry) : ""
      return [line("Published", "on \(publicPath(address))\(anchor)")] + outputLines(address)
    }
    guard let first = own.first else { return [line("Published", reason(against: entry))] }
    // A file with `pages_from` may be thousands.
    let more = own.count - ExplainedSite.listed
    let others =
      own.dropFirst().prefix(ExplainedSite.listed - 1)
      .map { line("Published", "as \(publicPath($0))") }
      + (more > 0 ? [line("Published", "as \(more) more pages")] : [])
    return [line("Published", "as \(publicPath(first))\(day(of: entry))")] + others
      + outputLines(first)
  }

  private func anchor(of entry: any ContentEntry) -> String {
    entry.folder.flatMap { Ledger(rawValue: $0.rawValue) } == nil
      ? "" : "#" + Ledger.anchor(of: entry)
  }

  private func day(of entry: any ContentEntry) -> String {
    entry.head.date.map { ", since \($0.day)" } ?? ""
  }

  /// Why a file of the content has no page.
  private func reason(against entry: any ContentEntry) -> String {
    if entry.head.isDraft { return "no: it is a draft (`draft: true`)" }
    if let date = entry.head.date, date > plan.asOf { return "no: it is due on \(date)" }
    if entry.folder == .experts { return "no: they have no live consent to be asked" }
    if entry.folder == .campaigns { return "as a mark on the charts of its communities" }
    return "no"
  }

  // MARK: Output

  private func outputText(_ path: SitePath) -> String? {
    let head = [publicPath(path).isEmpty ? path.text : publicPath(path), ""]
    if pages.contains(where: { $0.place.address == path }) {
      return
        (head + [line("Published", "as \(path)")] + outputLines(path)
        + sourceRemarks(path)).joined(separator: "\n")
    }
    if let target = result.history?.redirects[path] {
      return
        (head + [
          line("Published", "as a page that moves on to \(publicPath(target))")
        ] + cause(of: path, leadingTo: target)).joined(separator: "\n")
    }
    if let gone = result.history?.gone.first(where: { $0.path == path }) {
      return (head + [line("Published", "as a page that says it is gone: \(gone.entry.reason)")])
        .joined(separator: "\n")
    }
    if let file = plan.staticFiles.first(where: { $0.path == path }) {
      return
        (head + [
          line("Published", "as it is"),
          line("Source", "\(SiteFolders.source(ofStatic: file.path))"),
        ]).joined(separator: "\n")
    }
    guard result.files.contains(where: { $0.path == path }) else { return nil }
    return (head + [line("Published", "as \(path), made by the build")] + linkLines(path))
      .joined(separator: "\n")
  }

  private func sourceRemarks(_ address: SitePath) -> [String] {
    pages.filter { $0.place.address == address }.compactMap(\.place.source).flatMap(remarks)
  }

  private func cause(of old: SitePath, leadingTo target: SitePath) -> [String] {
    let alias = publicPath(old)
    let names = [alias, String(alias.dropLast()), old.text]
    let owner = input.content.entries.first { entry in
      entry.head.aliases.contains { names.contains($0.value) }
    }
    return [line("Because", owner.map { "`aliases:` of \($0.path)" } ?? "an edition had it there")]
  }
}
