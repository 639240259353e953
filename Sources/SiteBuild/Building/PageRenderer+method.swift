internal import Basics
internal import Measures
internal import MeasuresSQL
internal import Templating

/// The method page: every metric as its definition says.
extension PageRenderer {
  func method() -> RenderedPage {
    let address = SiteRoutes.method
    var prose = prose(on: address)
    let text = plan.pages.first { $0.slug == MethodPage.prosePage }
    let page = MethodPage(
      site: site, page: frame(address, title: wording(.method), above: [.home]),
      threshold: plan.measureSettings.publicThreshold,
      prose: text.map { prose.html(of: $0.source, from: $0.bodyStart) },
      search: searchPage(from: address),
      metrics: Metrics.all.map { MetricRecord($0, on: address, plan) },
      sqlTables: MetricSQL.tables, sqlShare: MetricSQL.share)
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }

  func metric(_ metric: Metric) -> RenderedPage {
    let address = SiteRoutes.metric(metric.id)
    let method = Crumb(.method, at: SiteRoutes.method)
    let page = MetricPage(
      site: site,
      page: frame(
        address, title: plan.title(of: metric.id), description: plan.definition(of: metric.id),
        above: [.home, method]),
      threshold: plan.measureSettings.publicThreshold,
      metric: MetricRecord(metric, on: address, plan))
    return finish(page, at: address)
  }
}

extension MetricRecord {
  /// Seen from one of the method pages.
  init(_ metric: Metric, on page: SitePath, _ plan: SitePlan) {
    let sql = MetricSQL.query(metric.id.rawValue) ?? ""
    self.init(
      id: metric.id.rawValue, href: SafeURL(from: page, to: SiteRoutes.metric(metric.id)),
      title: plan.title(of: metric.id), definition: plan.definition(of: metric.id),
      formula: metric.formula,
      parts: metric.names.map { name in MetricPart(name, of: metric, plan) },
      needs: metric.needs.isEmpty
        ? nil
        : metric.needs.map { plan.wording.name(of: $0) }
          .joined(separator: plan.wording.listSeparator),
      isAboutPeople: metric.isAboutPeople,
      weaknesses: metric.weaknesses.map(MetricWeakness.init(text:)), source: metric.source,
      example: MetricExample(metric, plan.wording).html,
      method: SafeURL(from: page, to: SiteRoutes.method), sql: sql,
      sqlShare: sql.contains(" AS hits") ? MetricSQL.share : nil)
  }
}

extension MetricPart {
  init(_ name: MetricName, of metric: Metric, _ plan: SitePlan) {
    let part = metric.parts.first { $0.name == name.part } ?? metric.parts[0]
    let meaning = plan.wording.metrics[metric.id.rawValue]?.meanings[part.name] ?? part.meaning
    self.init(
      name: name.description, unit: plan.wording.name(of: part.unit), meaning: meaning)
  }
}
