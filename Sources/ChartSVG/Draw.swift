internal import Basics

/// Draws a chart at each width, with its key, its table and its file.
///
/// Same chart → same bytes. Never fails: what cannot be drawn is said in the drawing's place.
package func draw(_ chart: LineChart) -> DrawnChart {
  guard let domain = LineDomain(chart) else {
    let values = chart.series.flatMap(\.whole).map(\.value)
    return EmptyDrawing(chart.empty, values: values, chart.heading.wording).chart(
      chart.heading, table: chart.table)
  }
  let variants = Variant.all(for: chart.width)
  let scenes = variants.map { LineScene(chart, domain, $0) }
  let markup = scenes.flatMap { scene in
    scene.drawing.inline(
      id: "\(chart.heading.id)-\(scene.variant.suffix)", className: scene.variant.className)
  }
  let key = scenes.last?.key ?? []
  let file = scenes.last.map { standalone($0.drawing, chart.heading, key: key) } ?? []
  return DrawnChart(
    variants: markup, isTable: false, keyList: key, table: chart.table, standalone: file)
}

extension LineScene {
  /// All layers, from the ground up.
  var drawing: Drawing {
    var canvas = SVGCanvas()
    drawBands(on: &canvas)
    drawUsualRange(on: &canvas)
    drawRibbons(on: &canvas)
    drawValueAxis(on: &canvas)
    drawTimeAxis(on: &canvas)
    drawEvents(on: &canvas)
    drawLines(on: &canvas)
    drawLastPoints(on: &canvas)
    drawNames(on: &canvas)
    drawAnnotations(on: &canvas)
    return Drawing(
      body: canvas.bytes, width: variant.width, height: height, title: chart.title,
      description: chart.description(bands: bands.count, events: events.count))
  }

  /// What the letters and discs of the drawing stand for.
  var key: [KeyEntry] {
    let bands = bands.map(\.band).map {
      KeyEntry(
        kind: .band, mark: $0.letter, name: $0.name,
        dates: chart.wording.formats.dayRange($0.from, $0.to),
        link: $0.link)
    }
    let events = events.map(\.event).sorted { ($0.number, $0.day) < ($1.number, $1.day) }.map {
      KeyEntry(
        kind: .event, mark: chart.wording.numbers.text($0.number), name: $0.name,
        dates: chart.wording.formats.shortDate($0.day),
        link: $0.link)
    }
    return bands + events + [chart.usualRangeKey].compactMap(\.self)
  }
}
