/// Two counts against each other, never only their difference: criticism and praise, asked and gave.
package struct DivergingBars: Sendable, Hashable {
  /// One direction: `Criticism` heads the column, `critical` follows the number in the sentence.
  package struct Side: Sendable, Hashable {
    package var header: String
    package var word: String

    package init(header: String, word: String) {
      self.header = header
      self.word = word
    }
  }

  package struct Row: Sendable, Hashable {
    package var name: String
    package var left: ChartValue
    package var right: ChartValue
    package var link: String?

    package init(name: String, left: ChartValue, right: ChartValue, link: String? = nil) {
      self.name = name
      self.left = left
      self.right = right
      self.link = link
    }
  }

  package var heading: ChartHeading
  package var nameHeader: String
  package var left: Side
  package var right: Side
  package var rows: [Row]
  /// Whether rows stay in the given order (months) instead of right minus left, largest first.
  package var keepsOrder = false
  /// The header of a column with right ÷ left (`Gave per ask`); nil leaves it out.
  package var ratioHeader: String?

  package init(
    heading: ChartHeading, nameHeader: String, sides: (left: Side, right: Side), rows: [Row]
  ) {
    self.heading = heading
    self.nameHeader = nameHeader
    self.left = sides.left
    self.right = sides.right
    self.rows = rows
  }
}

/// Draws the bars as a table with a drawing in each row.
package func draw(_ bars: DivergingBars) -> DrawnChart {
  let rows = DivergingRows(bars)
  if bars.rows.isEmpty {
    return EmptyDrawing(nil, values: [], bars.heading.wording).chart(bars.heading, table: rows.data)
  }
  return DrawnChart(
    variants: Array(rows.html.utf8), isTable: true, keyList: [], table: rows.data,
    standalone: standalone(rows.drawing, bars.heading))
}
