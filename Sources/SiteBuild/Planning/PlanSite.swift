internal import Basics
internal import CommunityData
internal import Measures
internal import MarkdownHTML

/// Decides what is published at a moment, and measures it.
func planSite(
  _ input: SiteInput, asOf moment: Timestamp, for audience: Audience = .everybody,
  diagnostics: inout [Diagnostic]
) -> SitePlan {
  let consent = SiteConsent(input, asOf: moment, diagnostics: &diagnostics)
  var communities: [PublishedCommunity] = []
  for community in input.communities
  where audience == .colleagues || !community.file.head.isHeldBack(asOf: moment) {
    if let published = PublishedCommunity(
      community, under: consent.live, diagnostics: &diagnostics)
    {
      communities.append(published)
    }
  }
  let order = NameOrder(language: input.settings.language.value)
  communities.sort { (order.key(of: $0.name), $0.slug) < (order.key(of: $1.name), $1.slug) }
  var (content, heldBack) =
    audience == .colleagues ? (input.content, 0) : input.content.published(asOf: moment)
  let measureSettings = measureSettings(
    of: input, MeasureInputs(content, publicNames: input.publicNames(under: consent.live)),
    diagnostics: &diagnostics)
  content.insights.sort(by: isNewer)
  content.keepExperts(who: consent.live, unnamed: input.wording(.expert))
  content.campaigns.sort { ($0.fields.from, $0.head.title) < ($1.fields.from, $1.head.title) }
  let measured = inParallel(communities.count) { [communities] index in
    measure(communities[index].data, measureSettings, keptIn: input.cache)
  }
  diagnostics += measured.flatMap(\.diagnostics)
  let table = MeasurementTable(merging: measured.map(\.table))
  var withdrawn = WithdrawnContent(consent, content: &content)
  let staticFiles = withdrawn.take(
    from: input.staticFiles, consent.mask, diagnostics: &diagnostics)
  var plan = SitePlan(
    settings: input.settings, asOf: moment, audience: audience,
    settingsSource: input.settingsSource, wording: input.wording, colours: input.theme.colours,
    communities: communities, content: content, heldBack: heldBack,
    heldBackFiles: heldBack == 0 ? [:] : input.content.heldBack(asOf: moment),
    consent: consent, withdrawn: withdrawn, staticFiles: staticFiles,
    directory: SiteDirectory(input, consent),
    sections: [], tags: [], news: [],
    table: table, cutPeriods: CutPeriods(table),
    measureSettings: measureSettings,
    distribution: Distribution(content, communities: Set(communities.map(\.fileName))),
    editions: input.editions.map {
      $0.keeping(communities.map(\.slug)).without(addressesThatTell: consent.mask)
    })
  plan.list(planSections(content.sectionPages))
  diagnostics += checkSectionTexts(plan.sections) + plan.tagNames.findings(in: plan.content)
  diagnostics += checkStrategy(plan.content.strategy, asOf: moment) + checkVoice(plan)
  diagnostics += checkLicence(plan)
  diagnostics += plan.distribution.findings(plan.content, withheld: consent.withheld)
  diagnostics +=
    checkSlugs(input) + ConsentFindings.all(input, consent)
    + LookalikeNames.findings(plan)
  return plan
}

private func isNewer(_ left: ContentFile<Insight>, _ right: ContentFile<Insight>) -> Bool {
  (right.fields.date, left.slug) < (left.fields.date, right.slug)
}

func measureSettings(
  of input: SiteInput, _ inputs: MeasureInputs, diagnostics: inout [Diagnostic]
) -> MeasureSettings {
  var settings = MeasureSettings.standard
  if let k = input.settings.threshold {
    do throws(MeasureError) {
      settings = try MeasureSettings(
        publicThreshold: k.value,
        consentThreshold: max(k.value, MeasureSettings.leastConsentThreshold))
    } catch {
      diagnostics.append(error.diagnostic(at: input.settingsSource.excerpt(at: k.place)))
    }
  }
  settings.inputs = inputs
  return settings
}

/// A community is named by its file everywhere, so that its traces can be found and taken out.
private func checkSlugs(_ input: SiteInput) -> [Diagnostic] {
  input.communities.compactMap { community in
    community.file.head.slug.map { slug in
      Diagnostic(
        SiteBuildCodes.wrongType, "a community's address is the name of its file",
        at: community.file.excerpt(at: slug.place), fix: "remove `slug`, or rename the file")
    }
  }
}

/// Every page that an author wrote and that has an address.
func listedPages(_ content: SiteContent, _ sections: [Section]) -> [ListedPage] {
  joined([
    content.insights.map { ListedPage($0.head, at: SiteRoutes.insight($0.addressName)) },
    content.pages.map { ListedPage($0.head, at: SiteRoutes.plain($0.addressName)) },
    inParallel(sections.count, by: 16) { range in
      joined(sections[range].map { $0.pages.map(ListedPage.init) })
    },
  ])
}

/// The text above a section's list can be no pages at the same time.
private func checkSectionTexts(_ sections: [Section]) -> [Diagnostic] {
  sections.compactMap(\.index).compactMap { index in
    index.fields.rows.map { rows in
      Diagnostic(
        SiteBuildCodes.badDataPages, "`index.md` is the text above a section's list",
        at: index.excerpt(at: rows.place),
        fix: "move `pages_from` with the text of the pages into a file beside it")
    }
  }
}
