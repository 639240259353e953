internal import Basics

extension Grid {
  /// The grid as a drawing of its own: names left, column heads above, a number in each cell.
  func drawing(kind: ChartWord) -> Drawing {
    let width = Variant.large.width
    var canvas = SVGCanvas()
    let names = nameColumn(rows.map(\.name) + [nameHeader], share: 0.3, of: width)
    let sizes = sizeHeader == nil ? 0 : 80.0
    let left = names + sizes
    let cell = min((width - left) / Double(max(1, columnNames.count)), 90)
    drawHeads(on: &canvas, sizeAt: names, cellsFrom: left, cell)
    for (index, row) in rows.enumerated() {
      let y = 24 + 32 * Double(index)
      let name = fitted(row.name, to: names - 12, .plain)
      canvas.text(PlacedText(text: name, at: Place(x: 0, y: y + 20)))
      if sizeHeader != nil {
        canvas.text(
          PlacedText(
            text: fitted(row.size ?? "[c]", to: sizes - 20, .plain),
            at: Place(x: names + sizes - 16, y: y + 20), anchor: .end))
      }
      for (column, content) in row.cells.enumerated() {
        canvas.cell(content, at: Place(x: left + Double(column) * cell, y: y), cell)
      }
    }
    return Drawing(
      body: canvas.bytes, width: width, height: 24 + max(32, 32 * Double(rows.count)),
      title: heading.wording(kind, ["measure": .text(heading.measure)]), description: description)
  }

  private func drawHeads(
    on canvas: inout SVGCanvas, sizeAt names: Double, cellsFrom left: Double, _ cell: Double
  ) {
    canvas.text(
      PlacedText(text: fitted(nameHeader, to: names - 12, .plain), at: Place(x: 0, y: 14)))
    if let sizeHeader {
      canvas.text(
        PlacedText(
          text: fitted(sizeHeader, to: left - names - 20, .plain),
          at: Place(x: left - 16, y: 14), anchor: .end))
    }
    for (index, name) in columnNames.enumerated() {
      canvas.text(
        PlacedText(
          text: fitted(name, to: cell - 4, .plain),
          at: Place(x: left + (Double(index) + 0.5) * cell, y: 14), anchor: .middle))
    }
  }

  /// Row by row what is shown; withheld cells by their number only.
  private var description: String {
    rows.map { row in
      let cells = zip(columnNames, row.cells).filter { $0.1.step != "qs" && $0.1.step != "qe" }
      let words = cells.map { "\($0.0) \($0.1.shown.isEmpty ? $0.1.words : $0.1.shown)" }
      let withheld = row.cells.filter { $0.step == "qs" }.count
      let rest = withheld > 0 ? [heading.wording(.cellsWithheld, ["n": .count(withheld)])] : []
      let list = (words + rest).joined(separator: heading.wording.listSeparator)
      return "\(row.name): \(list)."
    }.joined(separator: " ")
  }
}

extension SVGCanvas {
  fileprivate mutating func cell(_ cell: Grid.Cell, at corner: Place, _ width: Double) {
    let box = Box(
      left: corner.x + 1, top: corner.y + 1, right: corner.x + width - 1, bottom: corner.y + 31)
    switch cell.step {
    case "qe": return
    case "qs": rectangle(box, class: "q0")
    default: rectangle(box, class: cell.step)
    }
    let shown = cell.shown.isEmpty && cell.step == "qs" ? "[c]" : cell.shown
    let style = TextStyle.step(cell.step)
    text(
      PlacedText(
        text: fitted(shown, to: width - 4, style),
        at: Place(x: corner.x + width / 2, y: corner.y + 20), anchor: .middle, style: style))
  }
}
