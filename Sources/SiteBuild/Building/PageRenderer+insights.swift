internal import LinkDirectory
internal import Basics
internal import Templating

/// Insights: their list and each of them.
extension PageRenderer {
  func insights() -> RenderedPage {
    let address = SiteRoutes.insights
    return finish(
      InsightsPage(
        site: site, page: frame(address, title: wording(.insights), above: [.home]),
        insights: plan.insights.map { card($0, on: address) }),
      at: address)
  }

  func card(_ insight: ContentFile<Insight>, on page: SitePath) -> InsightCard {
    InsightCard(
      title: insight.head.title,
      href: SafeURL(from: page, to: SiteRoutes.insight(insight.addressName)),
      summary: insight.head.summary ?? "", date: insight.fields.date.description,
      minutes: readingMinutes(words: wordCount(insight.source.bytes[insight.bodyStart...])))
  }

  func insight(_ index: Int) -> RenderedPage {
    let insight = plan.insights[index]
    let address = SiteRoutes.insight(insight.addressName)
    var prose = prose(on: address, about: insight.subject)
    let body = prose.html(of: insight.source, from: insight.bodyStart)
    var diagnostics = prose.diagnostics
    let sources = sources(of: insight, in: prose, diagnostics: &diagnostics)
    let page = InsightPage(
      site: site,
      page: frame(
        address, title: insight.head.title, description: insight.head.summary,
        above: [.home, .insights], of: insight),
      insight: InsightBody(
        card: card(insight, on: address), author: insight.fields.author,
        communities: communities(of: insight, on: address), body: body, sources: sources,
        previous: neighbour(index + 1, on: address), next: neighbour(index - 1, on: address)))
    return finish(page, at: address, figures: prose.figures, diagnostics: diagnostics)
  }

  private func communities(of insight: ContentFile<Insight>, on page: SitePath) -> [Link] {
    plan.communities.filter { community in
      insight.fields.communities.contains { $0.value == community.fileName }
    }.map { community in
      Link(
        title: community.name,
        href: SafeURL(from: page, to: SiteRoutes.community(community.slug)))
    }
  }

  private func neighbour(_ index: Int, on page: SitePath) -> Link? {
    guard plan.insights.indices.contains(index) else { return nil }
    let other = plan.insights[index]
    return Link(
      title: other.head.title, href: SafeURL(from: page, to: SiteRoutes.insight(other.addressName)))
  }

  /// The conversations an insight rests on, each once: those it names and those it quotes.
  private func sources(
    of insight: ContentFile<Insight>, in prose: ProseRenderer, diagnostics: inout [Diagnostic]
  ) -> [Link] {
    var links = sourceLinks(insight.fields.sources, of: insight, diagnostics: &diagnostics)
    // Quotes carry their own links; here their conversation is named once.
    let named = Set(links.map(\.title))
    links += prose.quoted.filter { !named.contains($0.thread) }
      .map { Link(title: $0.thread, href: SafeURL($0.source)) }
    let lacksOwn = links.isEmpty && insight.fields.sources.isEmpty && !prose.lacksAQuote
    if lacksOwn, !hasWithdrawn(insight) {
      diagnostics.append(
        Diagnostic(
          SiteBuildCodes.insightWithoutSource, "the insight links to no place of the community",
          at: SourceLocation(file: insight.path.text, line: 1),
          fix: "name an item under `sources:`"))
    }
    var seen: Set<String> = []
    return links.filter { seen.insert($0.title).inserted }
  }

  private func hasWithdrawn(_ insight: ContentFile<Insight>) -> Bool {
    insight.fields.communities.contains { plan.consent.withheld.contains($0.value) }
  }
}
