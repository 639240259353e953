internal import Basics

extension BoxScene {
  func draw(
    _ content: BoxRows.Content, at y: Double, isNewest: Bool, on canvas: inout SVGCanvas
  ) {
    switch content {
    case .box(let box): draw(box, at: y, isNewest: isNewest, on: &canvas)
    default:
      let room = variant.width - scale.start - 4
      let full = chart.text(content)
      let isWhole = TextStyle.annotation.width(of: full) <= room
      let words = fitted(isWhole ? full : chart.shortText(content), to: room, .annotation)
      canvas.text(
        PlacedText(text: words, at: Place(x: scale.start + 4, y: y + 4), style: .annotation))
    }
  }

  private func draw(
    _ box: BoxRows.Box, at y: Double, isNewest: Bool, on canvas: inout SVGCanvas
  ) {
    let left = scale.position(of: box.p25)
    let right = box.p75.map(scale.position) ?? scale.end
    let stroke = isNewest ? "k1" : "kx"
    canvas.path(whiskers(box, at: y, box: left...max(left, right)), class: "whisk \(stroke)")
    let frame = Box(left: left, top: y - 8, right: max(left, right), bottom: y + 8)
    canvas.rectangle(frame, class: isNewest ? "f1" : "band")
    canvas.path(outline(frame, isOpen: box.p75 == nil), class: "whisk \(stroke)")
    drawMedian(box, at: y, isNewest: isNewest, on: &canvas)
  }

  /// From the box to the 10th and 90th percentile, each with a foot; an open end has none.
  private func whiskers(_ box: BoxRows.Box, at y: Double, box middle: ClosedRange<Double>) -> String
  {
    let low = scale.position(of: box.p10)
    var path = "M\(Place(x: low, y: y).text)H\(coordinate(middle.lowerBound))"
    path += "M\(Place(x: low, y: y - 4).text)v8"
    guard box.p75 != nil else { return path }
    let high = box.p90.map(scale.position) ?? scale.end
    path += "M\(Place(x: middle.upperBound, y: y).text)H\(coordinate(high))"
    if box.p90 != nil { path += "M\(Place(x: high, y: y - 4).text)v8" }
    return path
  }

  private func outline(_ box: Box, isOpen: Bool) -> String {
    let start = "M\(Place(x: box.right, y: box.top).text)H\(coordinate(box.left))"
    let rest = "V\(coordinate(box.bottom))H\(coordinate(box.right))"
    return start + rest + (isOpen ? "" : "Z")
  }

  private func drawMedian(
    _ box: BoxRows.Box, at y: Double, isNewest: Bool, on canvas: inout SVGCanvas
  ) {
    let words = box.median.map(chart.text) ?? chart.heading.wording(.overHalfUnanswered)
    let x = box.median.map(scale.position) ?? scale.end
    if box.median != nil {
      canvas.path(
        "M\(Place(x: x, y: y - 8).text)v16", class: "med \(isNewest ? "kbg" : "kink")")
    }
    guard variant.isRoomy || isNewest || box.median == nil else { return }
    let style: TextStyle = isNewest ? .smallLabel : .small
    canvas.text(
      PlacedText(
        text: fitted(words, to: variant.width - scale.start, style),
        at: Place(x: x, y: y - 13), anchor: .middle, style: style
      ).pushed(between: scale.start, and: variant.width))
  }
}
