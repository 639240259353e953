package import Basics
package import CommunityData
internal import LinkDirectory
internal import Measures

/// Where a number comes from, in words, or why that cannot be told.
package struct FigureExplanation: Sendable {
  /// nil where there is no such number.
  package var text: String?
  package var diagnostics: [Diagnostic]
}

/// Explains the number of a name, `METRIC@COMMUNITY/PERIOD/SEGMENT`, or the newest one of a figure of
/// the built site, `PAGE#fig-1`; nil where a text is neither.
package func explainFigure(
  _ name: String, _ fileSystem: any FileSystem, asOf moment: Timestamp, cache: CacheFolder? = nil
) -> FigureExplanation? {
  guard let wanted = figureName(name, fileSystem) else {
    return explainQueryFigure(name, fileSystem, asOf: moment, cache: cache)
  }
  let reading = readSite(fileSystem, cache: cache)
  var diagnostics = reading.diagnostics
  guard let input = reading.input else {
    return FigureExplanation(text: nil, diagnostics: diagnostics)
  }
  let plan = planSite(input, asOf: moment, diagnostics: &diagnostics)
  do throws(MeasureError) {
    let row = try plan.table.value(
      metric: wanted.metric, community: wanted.community, period: wanted.period,
      segment: wanted.segment)
    let page = FigurePage(row: row, plan: plan, fileSystem: fileSystem)
    return FigureExplanation(text: page.text, diagnostics: diagnostics.sortedByPlace())
  } catch {
    diagnostics.append(error.diagnostic())
    return FigureExplanation(text: nil, diagnostics: diagnostics.sortedByPlace())
  }
}

private func figureName(_ text: String, _ fileSystem: any FileSystem) -> FigureName? {
  if let name = FigureName(text) { return name }
  guard let path = FigureName.dataFile(of: text), let bytes = try? fileSystem.read(path) else {
    return nil
  }
  return FigureName(dataFile: bytes)
}

/// What is told of one row of the table.
private struct FigurePage {
  let row: Measurement
  let plan: SitePlan
  let fileSystem: any FileSystem

  /// Posts that are listed, the newest of all.
  private static let listed = 20

  private var metric: Metric { Metrics.metric(row.metric.id) }

  private var community: PublishedCommunity? {
    plan.communities.first { $0.slug == row.community }
  }

  var text: String {
    let lines = [name, "", value, ""] + definition + basis + sources
    return lines.joined(separator: "\n")
  }

  private var name: String {
    "\(row.metric)@\(row.community)/\(row.period)/\(row.segment)"
  }

  private var value: String {
    let meaning = plan.meaning(of: row.metric)
    guard let estimate = row.result.value else {
      return "\(meaning): \(withheld)"
    }
    var text = "\(meaning): \(amount(estimate.value))"
    if let n = estimate.n { text += ", n = \(n)" }
    if let low = estimate.low, let high = estimate.high {
      text += ", 95% interval \(plan.wording.value(low, in: row.unit, of: estimate.n))"
      text += " to \(plan.wording.value(high, in: row.unit, of: estimate.n))"
    }
    if row.cutOff.contains(.start) { text += "; the period began before the data" }
    return row.cutOff.contains(.end) ? text + "; the period is not over" : text
  }

  /// As readers see it and as it is: `7 people`, `2 h 05 (7512 seconds)`.
  private func amount(_ value: Double) -> String {
    let (shown, unit) = (plan.wording.value(row), row.unit.rawValue)
    guard let whole = Int(exactly: value) else { return "\(shown) (\(value) \(unit))" }
    switch row.unit {
    case .items, .people, .threads, .entries: return "\(shown) \(unit)"
    case .seconds, .share, .ratio, .score, .perWeek: return "\(shown) (\(whole) \(unit))"
    }
  }

  private var withheld: String {
    guard case .suppressed = row.result, let community else { return row.note }
    return "[c] " + plan.withheldText(community)
  }

  private var definition: [String] {
    var lines = [
      "Definition   \(metric.definition)", "Formula      \(metric.formula)",
      "Source       \(metric.source)",
    ]
    lines += metric.segments.filter { row.segment.description.hasPrefix($0.key + "=") }
      .map { "Segment      \($0.pattern): \($0.meaning)" }
    return lines + metric.weaknesses.map { "Weakness     \($0)" }
  }

  private var basis: [String] {
    guard let community, row.value != nil, community.data.numbers == nil else { return [] }
    guard let basis = Measures.basis(of: row, in: community.data, plan.measureSettings) else {
      return ["Posts        not listed: the number rests on more than single posts"]
    }
    let leftOut = basis.leftOut.map { "Left out     \($0.items) \($0.reason)" }
    guard let rows = basis.rows else {
      return leftOut + [
        "Posts        not listed: the number is about people, and their posts would show them"
      ]
    }
    return ["Counted      \(rows.count) \(basis.thing.rawValue)"] + leftOut + posts(rows, community)
  }

  private func posts(_ rows: [Int], _ community: PublishedCommunity) -> [String] {
    var posts: [String] = []
    var withheld = 0
    for row in rows.reversed() where posts.count < FigurePage.listed {
      if let post = community.citation(ofRow: row) { posts.append(post) } else { withheld += 1 }
    }
    var lines = posts.map { "Post         \($0)" }
    let more = rows.count - posts.count - withheld
    if withheld > 0 {
      lines.append(
        "Post         \(withheld) without an address, deleted, or by who is not to be found")
    }
    if more > 0 { lines.append("Post         and \(more) older ones") }
    return lines
  }

  private var sources: [String] {
    guard let community, let folder = try? SitePath(SiteFolders.snapshots) else { return [] }
    let engine = community.data.manifest.measured.map { "Measured     elsewhere, by \($0.engine)" }
    return [engine].compactMap(\.self)
      + snapshotSources(of: community.fileName, in: fileSystem, at: folder).map {
        "Snapshot     \($0.path), \($0.rows) rows, sha256:\($0.sha256)"
      }
  }
}

extension PublishedCommunity {
  /// `makers/q2  https://makers.example/t/2`: what `sources:` in front matter calls a row, and its
  /// permalink; nil where it may not be listed: deleted, or by somebody who asked not to be found.
  fileprivate func citation(ofRow row: Int) -> String? {
    let author = Int(data.items.authors[row])
    if author >= 0, data.members[author].discoverable == false { return nil }
    if data.items.deleted[row] != .max { return nil }
    guard let link = sourceLink(toRow: row), let id = data.string(data.items.ids[row]) else {
      return nil
    }
    return "\(fileName)/\(id)  \(link.address.text)"
  }
}

extension Metric.Cut {
  /// `starter` of `starter=newcomer`.
  fileprivate var key: Substring { pattern.prefix { $0 != "=" } }
}
