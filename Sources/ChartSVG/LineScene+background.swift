internal import Basics

extension LineScene {
  /// The fills begin under the last row of names, so that no name stands on a neighbour's fill.
  func drawBands(on canvas: inout SVGCanvas) {
    let ground = plot.top - 6
    for band in bands {
      canvas.rectangle(
        Box(left: band.left, top: ground, right: band.right, bottom: plot.bottom), class: "band")
    }
    for band in bands {
      let bracket = Place(x: band.left, y: 26 + 22 * Double(band.row))
      canvas.path("M\(bracket.text)H\(coordinate(band.right))", class: "edge")
      canvas.text(band.text(variant))
    }
  }

  func drawUsualRange(on canvas: inout SVGCanvas) {
    guard let usual = chart.usualRange, usual.low <= usual.high else { return }
    canvas.rectangle(
      Box(
        left: plot.left, top: value.position(of: usual.high), right: plot.right,
        bottom: value.position(of: usual.low)),
      class: "range")
  }

  func drawValueAxis(on canvas: inout SVGCanvas) {
    for tick in value.ticks {
      let y = crisp(value.position(of: tick))
      let isBase = tick == value.ticks.first
      canvas.path(
        "M\(Place(x: plot.left, y: y).text)H\(coordinate(plot.right))",
        class: isBase ? "axis" : "grid")
      canvas.text(
        PlacedText(
          text: chart.unit.tickText(tick, step: value.step, chart.wording),
          at: Place(x: plot.left - 8, y: y + 4), anchor: .end))
    }
  }

  func drawTimeAxis(on canvas: inout SVGCanvas) {
    for tick in time.ticks {
      let start = Place(x: time.position(of: tick.day), y: plot.bottom)
      canvas.path("M\(start.text)v\(tick.isYear ? 6 : 4)", class: "axis")
    }
    let labels = TimeLabels(
      scale: time, variant: variant, formats: chart.wording.formats, y: plot.bottom + 20)
    for label in labels.placed { canvas.text(label) }
  }

  func drawEvents(on canvas: inout SVGCanvas) {
    for event in events {
      let centre = Place(x: event.disc, y: discHeight(event))
      canvas.line(
        from: Place(x: event.day, y: plot.top), to: Place(x: event.day, y: plot.bottom),
        class: "lead", dash: "1 3")
      canvas.line(
        from: Place(x: event.day, y: plot.bottom + 26),
        to: Place(x: centre.x, y: centre.y - event.radius),
        class: "lead")
    }
    for event in events {
      let centre = Place(x: event.disc, y: discHeight(event))
      canvas.disc(at: centre, radius: event.radius, class: "fink")
      canvas.text(
        PlacedText(
          text: chart.wording.numbers.text(event.event.number),
          at: Place(x: centre.x, y: centre.y + 4),
          anchor: .middle, style: .disc))
    }
  }

  /// Where the centre of an event's disc stands: 40 px under the axis, further rows below.
  private func discHeight(_ event: PlacedEvent) -> Double {
    plot.bottom + 30.5 + event.radius + (2 * event.radius + 5) * Double(event.row)
  }
}
