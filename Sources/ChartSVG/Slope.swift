internal import Basics

/// What changed its rank between two dates: at most six lines, at most two highlighted.
package struct Slope: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var name: String
    package var from: ChartValue
    package var to: ChartValue

    package init(name: String, from: ChartValue, to: ChartValue) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  package var heading: ChartHeading
  package var unit: ChartUnit
  /// `Oct 2025`
  package var fromLabel: String
  /// `Oct 2026`
  package var toLabel: String
  package var lines: [Line]
  package var highlighted: [String]

  package init(
    heading: ChartHeading, unit: ChartUnit, dates: (from: String, to: String), lines: [Line],
    highlighted: [String]
  ) {
    self.heading = heading
    self.unit = unit
    self.fromLabel = dates.from
    self.toLabel = dates.to
    self.lines = lines
    self.highlighted = highlighted
  }
}

/// Draws the lines at both widths of half a body.
package func draw(_ slope: Slope) -> DrawnChart {
  let values = slope.lines.flatMap { [$0.from, $0.to] }
  guard values.contains(where: { $0.drawable != nil }) else {
    return EmptyDrawing(nil, values: values, slope.heading.wording).chart(
      slope.heading, table: slope.data)
  }
  let scenes = Variant.all(for: .half).map { SlopeScene(slope, $0) }
  let markup = scenes.flatMap { scene in
    scene.drawing.inline(
      id: "\(slope.heading.id)-\(scene.variant.suffix)", className: scene.variant.className)
  }
  let file = scenes.last.map { standalone($0.drawing, slope.heading) } ?? []
  return DrawnChart(
    variants: markup, isTable: false, keyList: [], table: slope.data, standalone: file)
}

extension Slope {
  /// `Upgrades: from 15% to 26%.`
  var description: String {
    lines.map { line in
      heading.wording(
        .fromTo,
        [
          "name": .text(line.name), "from": .text(line.from.words(unit, heading.wording)),
          "to": .text(line.to.words(unit, heading.wording)),
        ])
    }.joined(separator: " ")
  }

  fileprivate var data: DataTable {
    DataTable(
      caption: heading.measure,
      columns: [
        DataTable.Column(heading.wording(.name), isNumeric: false),
        DataTable.Column(fromLabel, isNumeric: true),
        DataTable.Column(toLabel, isNumeric: true),
      ],
      rows: lines.map { line in
        [.text(line.name)] + [line.from, line.to].map { $0.cell(unit, heading.wording) }
      })
  }
}
