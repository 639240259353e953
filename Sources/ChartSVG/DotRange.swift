internal import Basics

/// Shares with how sure we are: a dot, a bar for the likely range, both in figures.
package struct DotRange: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// `41 of 79 people`
    package var note: String?
    /// A share with its likely range.
    package var value: ChartValue

    package init(name: String, note: String?, value: ChartValue) {
      self.name = name
      self.note = note
      self.value = value
    }
  }

  package var heading: ChartHeading
  package var nameHeader: String
  package var valueHeader: String
  package var rows: [Row]

  package init(
    heading: ChartHeading, headers: (name: String, value: String), rows: [Row]
  ) {
    self.heading = heading
    self.nameHeader = headers.name
    self.valueHeader = headers.value
    self.rows = rows
  }
}

/// Draws the dots as a table with a drawing in each row.
package func draw(_ chart: DotRange) -> DrawnChart {
  if chart.rows.isEmpty {
    return EmptyDrawing(nil, values: [], chart.heading.wording).chart(
      chart.heading, table: chart.data)
  }
  return DrawnChart(
    variants: Array(chart.html.utf8), isTable: true, keyList: [], table: chart.data,
    standalone: standalone(chart.drawing, chart.heading))
}

extension DotRange {
  private var wording: Wording { heading.wording }

  fileprivate var html: String {
    """
    <table class="bars dots"><caption class="vh">\(xmlText(heading.measure))</caption>\
    <thead><tr><th scope="col">\(xmlText(nameHeader))</th>\
    <th scope="col" class="bar">\(xmlText(valueHeader))</th>\
    <th scope="col" class="r">\(xmlText(wording(.likely)))</th></tr></thead>\
    <tbody>\(rows.map(html).joined())</tbody></table>
    """
  }

  private func html(_ row: Row) -> String {
    let head = rowHead(row.name, note: row.note)
    guard let value = row.value.drawable else {
      let mark =
        row.value == .suppressed
        ? wording.suppressedMark : xmlText(row.value.words(.share, wording))
      return "<tr>\(head)<td class=\"supp\" colspan=\"2\">\(mark)</td></tr>"
    }
    let range = row.value.interval.map { interval in
      """
      <line x1="\(part(scaled(interval.lowerBound)))" x2="\(part(scaled(interval.upperBound)))" \
      y1="9" y2="9" class="kx wide"/>
      """
    }
    let likely = row.value.interval.map {
      " \(spoken(wording(.likely) + " "))<span class=\"sub\">"
        + "\(xmlText(ChartUnit.share.text($0, wording)))</span>"
    }
    return """
      <tr>\(head)<td class="bar"><svg aria-hidden="true">\
      <line x1="0" x2="0" y1="-16" y2="34" class="axis"/>\(range ?? "")\
      <circle cx="\(part(scaled(value)))" cy="9" r="7" class="f1 kbg ring"/></svg></td>\
      <td class="r"><b>\(xmlText(ChartUnit.share.text(value, wording)))</b>\(likely ?? "")</td></tr>
      """
  }

  /// Room is kept at both ends, so that the dot of nothing and of everything is whole.
  private func scaled(_ share: Double) -> Double { 0.04 + min(max(share, 0), 1) * 0.92 }

  fileprivate var drawing: Drawing {
    let width = Variant.large.width
    let left = nameColumn(rows.map(\.name), share: 0.35, of: width)
    let right = width - 130
    var canvas = SVGCanvas()
    for (index, row) in rows.enumerated() {
      let y = 34 * Double(index) + 17
      canvas.text(
        PlacedText(
          text: fitted(row.name, to: left - 12, .plain), at: Place(x: 0, y: y + 4)))
      draw(row.value, y, left...right, on: &canvas)
      let range = row.value.interval.map { "  " + ChartUnit.share.text($0, wording) } ?? ""
      let words = fitted(row.value.mark(.share, wording) + range, to: 118, .label)
      canvas.text(PlacedText(text: words, at: Place(x: right + 10, y: y + 4), style: .label))
    }
    let height = max(34, 34 * Double(rows.count))
    canvas.line(from: Place(x: left, y: 0), to: Place(x: left, y: height), class: "axis")
    return Drawing(
      body: canvas.bytes, width: width, height: height,
      title: wording(.shareRanges, ["measure": .text(heading.measure)]), description: description)
  }

  private func draw(
    _ value: ChartValue, _ y: Double, _ span: ClosedRange<Double>, on canvas: inout SVGCanvas
  ) {
    guard let share = value.drawable else { return }
    func x(_ share: Double) -> Double {
      span.lowerBound + scaled(share) * (span.upperBound - span.lowerBound)
    }
    if let interval = value.interval {
      canvas.line(
        from: Place(x: x(interval.lowerBound), y: y), to: Place(x: x(interval.upperBound), y: y),
        class: "kx wide")
    }
    canvas.disc(at: Place(x: x(share), y: y), radius: 7, class: "f1 kbg ring")
  }

  private var description: String {
    rows.map { row in
      let share = row.value.words(.share, wording)
      let words = row.value.interval.map { range in
        wording(
          .likelyRange,
          ["value": .text(share), "range": .text(ChartUnit.share.text(range, wording))])
      }
      return "\(row.name): \(words ?? share)."
    }.joined(separator: " ")
  }

  fileprivate var data: DataTable {
    DataTable(
      caption: heading.measure,
      columns: [
        DataTable.Column(nameHeader, isNumeric: false),
        DataTable.Column(valueHeader, isNumeric: true),
        DataTable.Column(wording(.likelyFrom), isNumeric: true),
        DataTable.Column(wording(.likelyTo), isNumeric: true),
      ],
      rows: rows.map { row in
        [.text(row.name), row.value.cell(.share, wording)]
          + row.value.intervalCells(.share, wording)
      })
  }
}
