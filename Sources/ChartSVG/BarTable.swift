internal import Basics

/// Which is larger: one bar a row, longest first, other and withheld rows last.
package struct BarTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// A second, smaller line under the name.
    package var note: String?
    package var value: ChartValue
    package var link: String?
    /// Whether this is the rest ("Other"), which stays at the end.
    package var isRest: Bool

    package init(
      name: String, value: ChartValue, note: String? = nil, link: String? = nil,
      isRest: Bool = false
    ) {
      self.name = name
      self.value = value
      self.note = note
      self.link = link
      self.isRest = isRest
    }
  }

  package var heading: ChartHeading
  package var unit: ChartUnit
  /// `Topic`
  package var nameHeader: String
  /// `Conversations`
  package var valueHeader: String
  package var rows: [Row]

  package init(
    heading: ChartHeading, unit: ChartUnit, headers: (name: String, value: String), rows: [Row]
  ) {
    self.heading = heading
    self.unit = unit
    self.nameHeader = headers.name
    self.valueHeader = headers.value
    self.rows = rows
  }
}

/// Draws the bars as a table with a drawing in each row.
package func draw(_ table: BarTable) -> DrawnChart {
  let rows = table.sortedRows
  if rows.isEmpty {
    return EmptyDrawing(nil, values: [], table.heading.wording).chart(
      table.heading, table: table.data([]))
  }
  let bars = BarRows(table, rows)
  return DrawnChart(
    variants: Array(bars.html.utf8), isTable: true, keyList: [], table: table.data(rows),
    standalone: standalone(bars.drawing, table.heading))
}

extension BarTable {
  /// Longest first; then the withheld and missing, then the rest.
  fileprivate var sortedRows: [Row] {
    rows.enumerated().sorted { left, right in
      (rank(left.element), -size(left.element), left.offset)
        < (rank(right.element), -size(right.element), right.offset)
    }.map(\.element)
  }

  private func rank(_ row: Row) -> Int {
    row.isRest ? 2 : (row.value.drawable == nil ? 1 : 0)
  }

  private func size(_ row: Row) -> Double { row.value.drawable ?? 0 }

  fileprivate func data(_ rows: [Row]) -> DataTable {
    DataTable(
      caption: heading.measure,
      columns: [
        DataTable.Column(nameHeader, isNumeric: false),
        DataTable.Column(valueHeader, isNumeric: true),
      ], rows: rows.map { [.text($0.name), $0.value.cell(unit, heading.wording)] })
  }
}
