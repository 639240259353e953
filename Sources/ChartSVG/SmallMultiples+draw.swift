internal import Basics

/// Draws the panels as a list, each with its name, its last value and its line.
package func draw(_ chart: SmallMultiples) -> DrawnChart {
  let asLines = LineChart(heading: chart.heading, unit: chart.unit, series: chart.panels)
  guard let domain = LineDomain(asLines) else {
    let values = chart.panels.flatMap(\.points).map(\.value)
    return EmptyDrawing(nil, values: values, chart.heading.wording).chart(
      chart.heading, table: asLines.table)
  }
  let panels = chart.panels.map { Panel($0, chart, domain) }
  let list = "<ul class=\"mult\">\(panels.map(\.html).joined())</ul>"
  return DrawnChart(
    variants: Array(list.utf8), isTable: true, keyList: [], table: asLines.table,
    standalone: standalone(drawing(of: panels, asLines), chart.heading))
}

private func drawing(of panels: [Panel], _ chart: LineChart) -> Drawing {
  var canvas = SVGCanvas()
  for (index, panel) in panels.enumerated() {
    let corner = Place(x: Double(index % 3) * 290, y: Double(index / 3) * 144)
    canvas.write("<g transform=\"translate(\(coordinate(corner.x)) \(coordinate(corner.y)))\">")
    panel.drawHead(on: &canvas)
    canvas.write("<g transform=\"translate(0 24)\">\(panel.body)</g></g>")
  }
  return Drawing(
    body: canvas.bytes, width: Variant.large.width,
    height: 144 * Double((panels.count + 2) / 3),
    title: chart.wording(.smallLineCharts, ["measure": .text(chart.heading.measure)]),
    description: chart.description(bands: 0, events: 0))
}

/// One of the small charts, 260 × 104 px.
private struct Panel {
  let series: ChartSeries
  let unit: ChartUnit
  let wording: Wording
  let isHighlighted: Bool
  let time: TimeScale
  let value: LinearScale

  init(_ series: ChartSeries, _ chart: SmallMultiples, _ domain: LineDomain) {
    self.series = series
    unit = chart.unit
    wording = chart.heading.wording
    isHighlighted = chart.highlighted.contains(series.name)
    time = TimeScale(
      first: domain.days.lowerBound, last: domain.days.upperBound, left: 4, right: 252)
    let ticks = axisTicks(domain.values, unit: chart.unit)
    value = LinearScale(ticks: ticks, start: 96, end: 6)
  }

  /// What stands at the end of the line: `31`, `[c]`, or a dash, since a reason would be too long.
  private var newest: String {
    guard let value = series.whole.last?.value else { return "" }
    if case .missing = value { return "–" }
    return value.mark(unit, wording)
  }

  var html: String {
    """
    <li><div class="mt">\(xmlText(series.name))<span>\(xmlText(newest))</span></div>\
    <svg role="img" viewBox="0 0 260 104" aria-label="\(xmlText(words))">\(body)</svg></li>
    """
  }

  private var words: String {
    let scale = value.ticks.last.map { top in
      " " + wording(.topLine, ["value": .text(unit.text(top, wording))])
    }
    let words = LineDescription(series, unit: unit, wording).text
    return wording(.ofSeries, ["series": .text(series.name), "words": .text(words)])
      + (scale ?? "")
  }

  var body: String {
    var canvas = SVGCanvas()
    canvas.path("M0,6.5H260", class: "grid")
    canvas.path("M0,96.5H260", class: "axis")
    canvas.runs(
      runs(of: series, usualSpacing: series.usualSpacing),
      stroke: "line \(isHighlighted ? "k1" : "kx")", fill: isHighlighted ? "f1" : "fx"
    ) { Place(x: time.position(of: $0.day), y: value.position(of: $0.value)) }
    return String(decoding: canvas.bytes, as: UTF8.self)
  }

  /// The name and the last value above the line, where there is no page to set them.
  func drawHead(on canvas: inout SVGCanvas) {
    let end = fitted(newest, to: 90, .plain)
    let room = 250 - TextStyle.plain.width(of: end)
    canvas.text(
      PlacedText(
        text: fitted(series.name, to: room, .label), at: Place(x: 0, y: 14), style: .label))
    canvas.text(PlacedText(text: end, at: Place(x: 260, y: 14), anchor: .end))
  }
}
