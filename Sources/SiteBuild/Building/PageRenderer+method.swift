internal import Basics
internal import Measures
internal import Templating

/// The method page: every metric as its definition says.
extension PageRenderer {
  func method() -> RenderedPage {
    let address = SiteRoutes.method
    var prose = prose(on: address)
    let text = plan.pages.first { $0.slug == MethodPage.prosePage }
    let page = MethodPage(
      site: site, page: frame(address, title: "Method", above: [.home]),
      threshold: plan.measureSettings.publicThreshold,
      prose: text.map { prose.html(of: $0.source, from: $0.bodyStart) },
      metrics: Metrics.all.map { MetricRecord($0, on: address) })
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }

  func metric(_ metric: Metric) -> RenderedPage {
    let address = SiteRoutes.metric(metric.id)
    let method = Crumb(title: "Method", address: SiteRoutes.method)
    let page = MetricPage(
      site: site,
      page: frame(
        address, title: metric.title, description: metric.definition, above: [.home, method]),
      threshold: plan.measureSettings.publicThreshold,
      metric: MetricRecord(metric, on: address))
    return finish(page, at: address)
  }
}

extension MetricRecord {
  /// Seen from one of the method pages.
  init(_ metric: Metric, on page: SitePath) {
    self.init(
      id: metric.id.rawValue, href: SafeURL(from: page, to: SiteRoutes.metric(metric.id)),
      title: metric.title, definition: metric.definition,
      formula: metric.formula,
      parts: metric.names.map { name in MetricPart(name, of: metric) },
      needs: metric.needs.isEmpty ? nil : metric.needs.map(\.rawValue).joined(separator: ", "),
      isAboutPeople: metric.isAboutPeople,
      weaknesses: metric.weaknesses.map(MetricWeakness.init(text:)), source: metric.source,
      example: MetricExample.html(metric))
  }
}

extension MetricPart {
  init(_ name: MetricName, of metric: Metric) {
    let part = metric.parts.first { $0.name == name.part } ?? metric.parts[0]
    self.init(name: name.description, unit: part.unit.rawValue, meaning: part.meaning)
  }
}
