internal import Basics

extension DivergingRows {
  var drawing: Drawing {
    let width = Variant.large.width
    var canvas = SVGCanvas()
    let left = nameColumn(rows.map(\.name), share: 0.35, of: width)
    let centre = (left + width) / 2
    headSides(at: centre, on: &canvas)
    for (index, row) in rows.enumerated() {
      let y = 26 + 30 * Double(index)
      let name = fitted(row.name, to: left - 12, .plain)
      canvas.text(PlacedText(text: name, at: Place(x: 0, y: y + 16)))
      for (value, way) in [(row.left, -1.0), (row.right, 1.0)] {
        draw(value, way, from: Place(x: centre, y: y), width - centre, on: &canvas)
      }
    }
    let height = 26 + max(30, 30 * Double(rows.count))
    canvas.line(
      from: Place(x: centre, y: 22), to: Place(x: centre, y: height), class: "axis")
    let title = wording(
      .divergingBars,
      [
        "left": .text(bars.left.header), "right": .text(bars.right.header),
        "measure": .text(bars.heading.measure),
      ])
    return Drawing(
      body: canvas.bytes, width: width, height: height,
      title: title, description: description)
  }

  private func headSides(at centre: Double, on canvas: inout SVGCanvas) {
    let room = centre / 2
    canvas.text(
      PlacedText(
        text: fitted(bars.left.header, to: room, .hue(.second)), at: Place(x: centre - 8, y: 14),
        anchor: .end, style: .hue(.second)))
    canvas.text(
      PlacedText(
        text: fitted(bars.right.header, to: room, .hue(.first)), at: Place(x: centre + 8, y: 14),
        style: .hue(.first)))
  }

  private func draw(
    _ value: ChartValue, _ way: Double, from origin: Place, _ half: Double,
    on canvas: inout SVGCanvas
  ) {
    let end = origin.x + way * length(value) * (half - widestMark - 8)
    if value.drawable != nil {
      canvas.rectangle(
        Box(
          left: min(origin.x, end), top: origin.y + 3, right: max(origin.x, end),
          bottom: origin.y + 19),
        class: way < 0 ? "f2" : "f1")
    }
    canvas.text(
      PlacedText(
        text: fitted(mark(value), to: half - 10, .label),
        at: Place(x: end + way * 6, y: origin.y + 16), anchor: way < 0 ? .end : .start,
        style: .label))
  }

  private var description: String {
    rows.map { row in
      "\(row.name): \(words(row.left, bars.left)), \(words(row.right, bars.right))."
    }.joined(separator: " ")
  }
}
