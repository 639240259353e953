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
    let method: SitePath =
      switch figure.data {
      case .measured(let metric, _): SiteRoutes.metric(metric.id)
      case .queried: SiteRoutes.data
      }
    self.init(
      id: figure.id, number: figure.number, title: figure.title, subtitle: figure.subtitle,
      chart: SafeHTML(trusted: figure.drawn.variants), isTable: figure.drawn.isTable,
      key: figure.drawn.keyList.map(FigureKeyEntry.init), source: figure.source,
      csv: SafeURL(from: page, to: figure.csv), json: SafeURL(from: page, to: figure.json),
      svg: figure.hasDrawing ? SafeURL(from: page, to: figure.svg) : nil,
      method: SafeURL(from: page, to: method), sql: figure.sql,
      licence: plan.dataLicenceLink,
      table: SafeHTML(
        trusted: figure.showsRows
          ? figure.drawn.table.html(
            figure: wording(.figureInside, ["number": .count(figure.number)]), wording) : []),
      embedding: figure.embedding(plan), isSearched: plan.settings.search != nil)
  }
}

extension Figure {
  /// The query it was drawn from, without blank lines around it, below what its parameters were.
  fileprivate var sql: String? {
    guard case .queried(let query) = data else { return nil }
    let blank: (Character) -> Bool = { $0.isNewline }
    let sql = String(
      query.sql.drop(while: blank).reversed().drop(while: blank).reversed())
    return (query.arguments.map { "-- \($0)" } + [sql]).joined(separator: "\n")
  }

  /// Markup with which another site may show the drawing: the picture with its words, where it is
  /// from, and its licence.
  fileprivate func embedding(_ plan: SitePlan) -> String? {
    guard hasDrawing, let base = plan.settings.baseURL?.text else { return nil }
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
      mark: entry.mark, isBand: entry.kind == .band,
      isUsualRange: entry.kind == .usualRange, title: entry.name,
      href: entry.link.flatMap { SafeURL($0) }, dates: entry.dates)
  }
}
