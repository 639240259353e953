internal import Basics
internal import CommunityData
internal import Dispatch
internal import Measures
internal import MarkdownHTML
internal import Synchronization

/// Decides what is published, measures it, and reports every reference that leads nowhere.
func planSite(_ input: SiteInput, diagnostics: inout [Diagnostic]) -> SitePlan {
  var communities: [PublishedCommunity] = []
  for community in input.communities {
    if let published = PublishedCommunity(community, diagnostics: &diagnostics) {
      communities.append(published)
    }
  }
  communities.sort { ($0.name, $0.slug) < ($1.name, $1.slug) }
  let measureSettings = measureSettings(of: input, diagnostics: &diagnostics)
  let plan = SitePlan(
    settings: input.settings, communities: communities,
    insights: input.insights.filter { !$0.fields.isDraft }.sorted(by: isNewer),
    campaigns: input.campaigns.map(\.fields).sorted { ($0.from, $0.title) < ($1.from, $1.title) },
    pages: input.pages.sorted { $0.slug < $1.slug },
    table: MeasurementTable(merging: measureAll(communities.map(\.data), measureSettings)),
    measureSettings: measureSettings,
    editions: input.editions.map { $0.keeping(communities.map(\.slug)) })
  diagnostics += checkReferences(input) + checkAddresses(input)
  return plan
}

private func isNewer(_ left: ContentFile<Insight>, _ right: ContentFile<Insight>) -> Bool {
  (right.fields.date, left.slug) < (left.fields.date, right.slug)
}

/// Each community on a core of its own.
private func measureAll(
  _ communities: [Community], _ settings: MeasureSettings
) -> [MeasurementTable] {
  let tables = Mutex([MeasurementTable?](repeating: nil, count: communities.count))
  DispatchQueue.concurrentPerform(iterations: communities.count) { index in
    let table = measure(communities[index], settings)
    tables.withLock { $0[index] = table }
  }
  return tables.withLock { $0.compactMap(\.self) }
}

private func measureSettings(
  of input: SiteInput, diagnostics: inout [Diagnostic]
) -> MeasureSettings {
  var settings = MeasureSettings.standard
  do throws(MeasureError) {
    if let k = input.settings.threshold {
      settings = try MeasureSettings(
        publicThreshold: k, consentThreshold: max(k, MeasureSettings.leastConsentThreshold))
    }
  } catch {
    diagnostics.append(
      error.diagnostic(at: SourceLocation(file: input.settingsSource.file, line: 1)))
  }
  settings.inputs = MeasureInputs(input)
  return settings
}

private func checkReferences(_ input: SiteInput) -> [Diagnostic] {
  let known = input.communities.map(\.slug)
  var found: [Diagnostic] = []
  for insight in input.insights {
    found += unknown(insight.fields.communities, among: known, in: insight.source)
  }
  for campaign in input.campaigns {
    found += unknown(campaign.fields.communities, among: known, in: campaign.source)
  }
  if let timeline = input.settings.timeline {
    found += unknown([timeline], among: known, in: input.settingsSource)
  }
  if let headline = input.settings.headline {
    found += unknown(
      [headline], among: input.insights.map(\.slug), in: input.settingsSource, "insight")
  }
  return found
}

private func unknown(
  _ named: [Placed<String>], among known: [String], in source: SourceText,
  _ what: String = "community"
) -> [Diagnostic] {
  named.filter { !known.contains($0.value) }.map { name in
    Diagnostic(
      SiteBuildCodes.unknownReference, "the site has no \(what) `\(name.value)`",
      at: source.excerpt(at: name.place), fix: suggestion(for: name.value, among: known))
  }
}

/// Plain pages lie beside the folders of the site, and may not be named like one.
private func checkAddresses(_ input: SiteInput) -> [Diagnostic] {
  let taken = ["insights", "communities", "data", "index"]
  return input.pages.filter { taken.contains($0.slug) }.map { page in
    Diagnostic(
      SiteBuildCodes.sameAddress,
      "`\(page.path)` has the address of the site's own `\(page.slug)`",
      at: SourceLocation(file: page.path.text, line: 1), fix: "rename the file")
  }
}
