internal import LinkDirectory
internal import Measures
internal import Basics
internal import ChartSVG
internal import Templating

extension FigureRecord {
  /// A figure as its template reads it, with addresses seen from its page.
  init(_ figure: Figure, _ plan: SitePlan) {
    let page = figure.page
    let wording = plan.wording
    let method = SafeURL(from: page, to: SiteRoutes.metric(figure.metric.id))
    self.init(
      id: figure.id, number: figure.number, title: figure.title, subtitle: figure.subtitle,
      chart: SafeHTML(trusted: figure.drawn.variants), isTable: figure.drawn.isTable,
      key: figure.drawn.keyList.map(FigureKeyEntry.init), source: figure.source,
      csv: SafeURL(from: page, to: figure.csv), json: SafeURL(from: page, to: figure.json),
      svg: SafeURL(from: page, to: figure.svg), method: method,
      licence: plan.dataLicenceLink,
      table: SafeHTML(
        trusted: figure.drawn.table.html(
          figure: wording(.figureInside, ["number": .count(figure.number)]), wording)),
      embedding: figure.embedding(plan))
  }
}

extension Figure {
  /// Markup with which another site may show the drawing: the picture with its words, where it is
  /// from, and its licence.
  fileprivate func embedding(_ plan: SitePlan) -> String? {
    guard let base = plan.settings.baseURL?.text else { return nil }
    let escaped = HTMLEscaping.escaped
    let drawing = escaped(webAddress(of: svg, below: base))
    let place = escaped(webAddress(of: page, below: base) + "#" + id)
    let licence = plan.settings.dataLicence.map {
      ", <a rel=\"license\" href=\"\(escaped($0.address.text))\">\(escaped($0.title))</a>"
    }
    return "<figure><a href=\"\(place)\"><img src=\"\(drawing)\" alt=\"\(escaped(title)). "
      + "\(escaped(subtitle))\"></a><figcaption>\(escaped(plan.settings.organisation))"
      + "\(licence ?? "")</figcaption></figure>"
  }
}

extension FigureKeyEntry {
  init(_ entry: KeyEntry) {
    self.init(
      mark: entry.mark, isBand: entry.kind == .band, title: entry.name,
      href: entry.link.flatMap { SafeURL($0) }, dates: entry.dates)
  }
}
