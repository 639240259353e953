internal import Basics

/// Counts by two divisions, in five classes with the number in each cell.
package struct Heatmap: Sendable, Hashable {
  package var heading: ChartHeading
  /// The row heads (`Mon` …).
  package var rowNames: [String]
  /// The column heads (`00`, `02` …), each two hours from there.
  package var columnNames: [String]
  /// One row of counts a row name, as long as `columnNames`.
  package var values: [[ChartValue]]
  /// The site's threshold k: smaller counts of people are withheld.
  package var threshold: Int

  /// Posts by weekday and two-hour period in UTC: 7 rows, Monday first, of 12 values.
  package init(heading: ChartHeading, week values: [[ChartValue]], threshold: Int) {
    self.heading = heading
    self.rowNames = ChartWord.weekdays.map { heading.wording($0) }
    self.columnNames = stride(from: 0, to: 24, by: 2).map {
      heading.wording.numbers.localized(padded($0, 2))
    }
    self.values = values
    self.threshold = threshold
  }
}

/// Draws the counts as a table whose cells are filled in five steps, with their key above it.
package func draw(_ map: Heatmap) -> DrawnChart {
  let safe = map.withheldBelowThreshold
  let counts = safe.values.joined().compactMap(\.drawable).map(wholeNumber)
  let classes = CountClasses(threshold: map.threshold, most: counts.max() ?? 0)
  let grid = safe.grid(classes)
  return DrawnChart(
    variants: Array((safe.key(classes) + grid.html).utf8), isTable: true, keyList: [],
    table: safe.data, standalone: standalone(grid.drawing(kind: .heatmap), map.heading))
}

extension Heatmap {
  /// Fewer posts than the threshold cannot come from as many people.
  fileprivate var withheldBelowThreshold: Heatmap {
    var safe = self
    safe.values = values.map { row in
      row.map { value in
        guard let count = value.drawable else { return value }
        return count > 0 && count < Double(threshold) ? .suppressed : value
      }
    }
    return safe
  }

  private var wording: Wording { heading.wording }

  fileprivate func grid(_ classes: CountClasses) -> Grid {
    Grid(
      heading: heading, nameHeader: "", sizeHeader: nil, columnNames: columnNames,
      rows: zip(rowNames, values).map { name, row in
        Grid.Row(name: name, size: nil, cells: row.map { cell($0, classes) })
      }, className: "heat wk")
  }

  private func cell(_ value: ChartValue, _ classes: CountClasses) -> Grid.Cell {
    switch value {
    case .suppressed:
      return Grid.Cell(step: "qs", shown: "", words: wording(.fewerThan, ["n": .count(threshold)]))
    case .missing(let reason): return Grid.Cell(step: "qe", shown: "", words: reason)
    case .number(let count, _, _):
      guard count.isFinite else {
        return Grid.Cell(step: "qe", shown: "", words: wording.numbers.notANumber)
      }
      let step = classes.index(of: wholeNumber(count))
      let shown = step == 0 ? "" : ChartUnit.count(noun: "").text(count, wording)
      return Grid.Cell(step: "q\(step)", shown: shown, words: wording.numbers.text(0))
    }
  }

  fileprivate func key(_ classes: CountClasses) -> String {
    let steps = classes.names(wording).enumerated().map {
      "<li><i class=\"q\($0 + 1)\"></i>\(xmlText($1))</li>"
    }
    let hasWithheld = values.joined().contains(.suppressed)
    let ends = threshold > 2 ? [1, threshold - 1] : [1]
    let range = ends.map { wording.numbers.text($0) }.joined(separator: "–")
    let notShown = xmlText(wording(.notShown, ["range": .text(range)]))
    let withheld = hasWithheld ? "<li><i class=\"qs\"></i>\(notShown)</li>" : ""
    let none = "<li><i class=\"q0\"></i>\(xmlText(wording(.none)))</li>"
    return "<ul class=\"hkey\">\(steps.joined())\(withheld)\(none)</ul>"
  }

  fileprivate var data: DataTable {
    let unit = ChartUnit.count(noun: "")
    return DataTable(
      caption: heading.measure,
      columns: [DataTable.Column(wording(.weekday), isNumeric: false)]
        + columnNames.map { hour in
          DataTable.Column(wording(.fromHour, ["hour": .text(hour)]), isNumeric: true)
        },
      rows: zip(rowNames, values).map { name, row in
        [.text(name)] + row.map { $0.cell(unit, wording) }
      })
  }
}
