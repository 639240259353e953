internal import Basics

/// What stands where there is nothing to draw: a dashed box with the case and what would change it.
struct EmptyDrawing {
  let state: EmptyState

  /// The author's words, or which case it is: all withheld, none measured, no data at all.
  init(_ state: EmptyState?, values: [ChartValue], _ wording: Wording) {
    if let state {
      self.state = state
    } else if values.contains(.suppressed) {
      self.state = EmptyState(
        headline: wording(.tooFewPeople), remedy: wording(.tooFewPeopleRemedy))
    } else if values.isEmpty {
      self.state = EmptyState(
        headline: wording(.nothingToDraw), remedy: wording(.nothingToDrawRemedy))
    } else {
      self.state = EmptyState(
        headline: wording(.notMeasured), remedy: wording(.notMeasuredRemedy))
    }
  }

  var html: [UInt8] {
    Array(
      """
      <div class="empty"><strong>\(xmlText(state.headline))</strong>\
      <p>\(xmlText(state.remedy))</p></div>
      """.utf8)
  }

  /// The box on the page and in the file, with the table that says why.
  func chart(_ heading: ChartHeading, table: DataTable) -> DrawnChart {
    let drawing = drawing(title: heading.measure, width: Variant.medium.width)
    return DrawnChart(
      variants: html, isTable: false, keyList: [], table: table,
      standalone: standalone(drawing, heading))
  }

  private func drawing(title: String, width: Double) -> Drawing {
    var canvas = SVGCanvas()
    let lines = wrapped(state.remedy, to: width - 40, .plain)
    let height = 64 + 18 * Double(lines.count)
    canvas.path(
      "M0.5,0.5H\(coordinate(width - 0.5))V\(coordinate(height - 0.5))H0.5Z", class: "lead",
      attributes: " stroke-dasharray=\"4 4\"")
    let headline = fitted(state.headline, to: width - 40, .label)
    canvas.text(PlacedText(text: headline, at: Place(x: 20, y: 32), style: .label))
    for (index, line) in lines.enumerated() {
      canvas.text(PlacedText(text: line, at: Place(x: 20, y: 54 + 18 * Double(index))))
    }
    return Drawing(
      body: canvas.bytes, width: width, height: height, title: title,
      description: "\(state.headline). \(state.remedy)")
  }
}
