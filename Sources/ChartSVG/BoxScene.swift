internal import Basics

/// One drawing of box rows: where everything stands at one width.
struct BoxScene {
  let chart: BoxRows
  let variant: Variant
  /// Where the names and, on wide drawings, the sizes stand.
  let names: Double
  /// How many questions each row is about, on wide drawings: `n = 61`.
  let sizes: [String]
  let scale: LogScale

  init(_ chart: BoxRows, _ variant: Variant) {
    self.chart = chart
    self.variant = variant
    // Periods are short, but not in every language, and a small drawing has no sizes beside them.
    names = nameColumn(
      chart.rows.map(\.name), share: variant.isRoomy ? 0.28 : 0.4, of: variant.width)
    sizes = chart.rows.map { row in
      variant.isRoomy
        ? row.size.map { chart.heading.wording(.numberIs, ["n": .count($0)]) } ?? "" : ""
    }
    let widest = sizes.map { TextStyle.plain.width(of: $0) }.max() ?? 0
    scale = LogScale(
      covering: chart.times, chart.heading.wording.formats, from: names + widest + 20,
      to: variant.width - 14)
  }

  var top: Double { 30 }
  var rowHeight: Double { variant.isRoomy ? 48 : 45 }
  var bottom: Double { top + rowHeight * Double(max(1, chart.rows.count)) }

  var drawing: Drawing {
    var canvas = SVGCanvas()
    drawAxis(on: &canvas)
    for (index, row) in chart.rows.enumerated() {
      let y = top + rowHeight * (Double(index) + 0.5) + 4
      drawNames(index, at: y, on: &canvas)
      draw(row.content, at: y, isNewest: index == chart.rows.count - 1, on: &canvas)
    }
    return Drawing(
      body: canvas.bytes, width: variant.width, height: bottom + 30,
      title: chart.heading.wording(.boxPlots, ["measure": .text(chart.heading.measure)]),
      description: chart.description)
  }

  private func drawAxis(on canvas: inout SVGCanvas) {
    drawTarget(on: &canvas)
    for tick in scale.ticks where tick.seconds != chart.target {
      let x = crisp(scale.position(of: tick.seconds))
      let label = PlacedText(text: tick.name, at: Place(x: x, y: bottom + 18), anchor: .middle)
        .pushed(between: 0, and: variant.width)
      guard canvas.isFree(label.box, gap: 6) else { continue }
      canvas.path("M\(Place(x: x, y: top).text)V\(coordinate(bottom))", class: "grid")
      canvas.text(label)
    }
  }

  private func drawTarget(on canvas: inout SVGCanvas) {
    guard let target = chart.target, target > 0 else { return }
    let x = crisp(scale.position(of: target))
    canvas.path("M\(Place(x: x, y: top - 8).text)V\(coordinate(bottom))", class: "ref")
    let name = scale.ticks.first { $0.seconds == target }?.name ?? chart.text(target)
    canvas.text(
      PlacedText(
        text: name, at: Place(x: x, y: top - 12), anchor: .middle, style: .annotation
      ).pushed(between: 0, and: variant.width))
  }

  private func drawNames(_ index: Int, at y: Double, on canvas: inout SVGCanvas) {
    let style: TextStyle = index == chart.rows.count - 1 ? .label : .plain
    let name = fitted(chart.rows[index].name, to: names - 12, style)
    canvas.text(PlacedText(text: name, at: Place(x: 0, y: y + 4), style: style))
    canvas.text(
      PlacedText(text: sizes[index], at: Place(x: scale.start - 12, y: y + 4), anchor: .end))
  }
}
