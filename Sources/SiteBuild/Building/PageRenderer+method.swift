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
      metrics: Metrics.all.map(MetricRecord.init))
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }
}

extension MetricRecord {
  init(_ metric: Metric) {
    self.init(
      id: metric.id.rawValue, title: metric.title, definition: metric.definition,
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
