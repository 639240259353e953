internal import Basics
internal import CommunityData
internal import JSONText
internal import LinkDirectory
internal import OpenWeb
internal import Templating

/// What a page is made of, and what leads to it.
extension ExplainedSite {
  /// Links that are listed; a page of the menu has one on every page.
  static let listed = 20

  func line(_ label: String, _ text: String) -> String {
    label + String(repeating: " ", count: max(1, 13 - label.count)) + text
  }

  /// Source, templates, figures, snapshots, links.
  func outputLines(_ address: SitePath) -> [String] {
    guard let page = pages.first(where: { $0.place.address == address }) else { return [] }
    let figures = figures(on: address)
    let communities = Set(figures.map(\.community) + named(by: page.page))
      .subtracting([""]).sorted()
    return [page.place.source.map { line("Source", $0.text) }].compactMap(\.self)
      + templateLines(page.page.template)
      + figures.map { line("Figure", "\($0.name): \($0.origin), \($0.rows)") }
      + communities.flatMap(snapshotLines) + linkLines(address) + oldAddresses(address)
  }

  private func templateLines(_ name: String) -> [String] {
    let sources = Dictionary(
      input.templates.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    var seen: Set<String> = [name]
    var next: [(label: String, name: String)] = [("Template", name)]
    while !next.isEmpty {
      let (label, name) = next.removeFirst()
      guard let source = sources[name] else { continue }
      lines.append(line(label, source.text.file))
      for other in source.namedTemplates where seen.insert(other.name).inserted {
        next.append(("  " + other.way.rawValue, other.name))
      }
    }
    return lines
  }

  private struct ShownFigure {
    var name: String
    var metric: String
    var community: String
    var rows: String

    /// What its data are; a query's say nothing of it.
    var origin: String { metric.isEmpty ? "a query" : "\(metric)@\(community)" }
  }

  /// The figures whose data lie beside a page.
  private func figures(on page: SitePath) -> [ShownFigure] {
    result.files.filter { file in
      file.path.folder == page.folder && file.path.name.hasPrefix("fig-")
        && file.path.fileExtension == "json"
    }.flatMap { file in
      let rows = (try? JSONValue(parsing: file.bytes).array) ?? []
      var counts: [(metric: String, community: String, rows: Int)] = []
      for row in rows {
        let (metric, community) = (row["metric"]?.string ?? "", row["community"]?.string ?? "")
        if let known = counts.firstIndex(where: { ($0.metric, $0.community) == (metric, community) }
        ) {
          counts[known].rows += 1
        } else {
          counts.append((metric, community, 1))
        }
      }
      return counts.map {
        ShownFigure(
          name: file.path.stem, metric: $0.metric, community: $0.community,
          rows: $0.rows == 1 ? "1 row" : "\($0.rows) rows")
      }
    }
  }

  /// Told to whoever asked for a figure that the page has not.
  func missingFigure(in name: String) -> [String] {
    guard let (page, figure) = FigureName.onPage(name), figure.hasPrefix("fig-"),
      !figures(on: page).contains(where: { $0.name == figure })
    else { return [] }
    return [line("Figure", "there is no \(figure) on this page")]
  }

  /// The communities that a page is about, as the table names them.
  private func named(by page: PagePlan) -> [String] {
    switch page {
    case .community(let index): [plan.communities[index].slug]
    case .insight(let index):
      plan.communities.filter { community in
        plan.insights[index].fields.communities.contains { $0.value == community.fileName }
      }.map(\.slug)
    default: []
    }
  }

  private func snapshotLines(_ community: String) -> [String] {
    guard let known = plan.communities.first(where: { $0.slug == community }),
      let folder = try? SitePath(SiteFolders.snapshots)
    else { return [] }
    return snapshotSources(of: known.fileName, in: fileSystem, at: folder).map {
      line("Snapshot", "\($0.path), \($0.rows) rows, sha256:\($0.sha256)")
    }
  }

  /// The pages from which readers get here.
  func linkLines(_ address: SitePath) -> [String] {
    let inspector = SiteInspector(baseURL: plan.settings.baseURL?.text)
    let html = result.files.filter { $0.path != address && $0.path.fileExtension == "html" }
    let linking = inParallel(html.count) { range in
      html[range].filter { inspector.report(on: $0).hasLink(to: address) }.map(\.path)
    }
    let shown = linking.prefix(ExplainedSite.listed).map { line("Linked from", publicName($0)) }
    let more = linking.count - shown.count
    if linking.isEmpty { return [line("Linked from", "no page")] }
    return shown + (more > 0 ? [line("Linked from", "and \(more) more pages")] : [])
  }

  private func oldAddresses(_ address: SitePath) -> [String] {
    (result.history?.redirects ?? [:]).filter { $0.value == address }.keys.sorted()
      .map { line("Old address", "\(publicName($0)) leads here") }
  }

  /// What was found about a file.
  func remarks(on path: SitePath) -> [String] {
    findings.filter { $0.location?.file == path.text }.map { finding in
      line("Finding", "\(finding.severity.rawValue)[\(finding.code.id)]: \(finding.message)")
    }
  }

  private func publicName(_ path: SitePath) -> String {
    let name = publicPath(path)
    return name.isEmpty ? path.text : name
  }
}
