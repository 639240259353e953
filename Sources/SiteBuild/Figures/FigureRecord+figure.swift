internal import Measures
internal import Basics
internal import ChartSVG
internal import Templating

extension FigureRecord {
  /// A figure as its template reads it, with addresses seen from its page.
  init(_ figure: Figure, licence: Link?, _ wording: Wording) {
    let page = figure.page
    let method = SafeURL(from: page, to: SiteRoutes.metric(figure.metric.id))
    self.init(
      id: figure.id, number: figure.number, title: figure.title, subtitle: figure.subtitle,
      chart: SafeHTML(trusted: figure.drawn.variants), isTable: figure.drawn.isTable,
      key: figure.drawn.keyList.map(FigureKeyEntry.init), source: figure.source,
      csv: SafeURL(from: page, to: figure.csv), json: SafeURL(from: page, to: figure.json),
      svg: SafeURL(from: page, to: figure.svg), method: method, licence: licence,
      table: SafeHTML(
        trusted: figure.drawn.table.html(
          figure: wording(.figureInside, ["number": .count(figure.number)]), wording)))
  }
}

extension FigureKeyEntry {
  init(_ entry: KeyEntry) {
    self.init(
      mark: entry.mark, isBand: entry.kind == .band, title: entry.name,
      href: entry.link.flatMap { SafeURL($0) }, dates: entry.dates)
  }
}
