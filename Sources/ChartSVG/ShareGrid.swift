internal import Basics

/// Shares in rows of groups: newcomers who came back by month, first replies by role.
package struct ShareGrid: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// How many people or posts the shares of the row are of, or those of its first column where each
    /// has its own; nil when it is withheld.
    package var size: Int?
    /// One a column; nil where the time has not come yet.
    package var values: [ChartValue?]
    /// How many the share of each column is of; nil where all are of as many as the row.
    package var sizes: [Int?]?

    package init(
      name: String, size: Int?, values: [ChartValue?], sizes: [Int?]? = nil
    ) {
      self.name = name
      self.size = size
      self.values = values
      self.sizes = sizes
    }

    fileprivate func size(ofColumn column: Int) -> Int? {
      guard let sizes else { return size }
      return sizes.indices.contains(column) ? sizes[column] : nil
    }
  }

  package var heading: ChartHeading
  /// `First post`, `Asked by`
  package var nameHeader: String
  /// `People`, `n`
  package var sizeHeader: String
  package var columnNames: [String]
  package var rows: [Row]
  /// The site's threshold k, told in the words for a withheld cell.
  package var threshold: Int

  /// Rows are months of first post, columns `+1 mo` … `+6 mo`.
  package init(cohorts rows: [Row], months: Int, heading: ChartHeading, threshold: Int) {
    self.heading = heading
    self.nameHeader = heading.wording(.firstPost)
    self.sizeHeader = heading.wording(.peopleAfterAMonth)
    self.columnNames = (1...max(1, months)).map {
      heading.wording(.monthsLater, ["n": .count($0)])
    }
    self.rows = rows
    self.threshold = threshold
  }

  /// Rows are roles that asked, columns roles that answered first.
  package init(roles: [String], askedBy rows: [Row], heading: ChartHeading, threshold: Int) {
    self.heading = heading
    self.nameHeader = heading.wording(.askedBy)
    self.sizeHeader = heading.wording(.number)
    self.columnNames = roles
    self.rows = rows
    self.threshold = threshold
  }
}

/// Draws the shares as a table whose cells are filled in five steps.
package func draw(_ shares: ShareGrid) -> DrawnChart {
  if shares.rows.isEmpty {
    return EmptyDrawing(nil, values: [], shares.heading.wording).chart(
      shares.heading, table: shares.data)
  }
  return DrawnChart(
    variants: Array(shares.grid.html.utf8), isTable: true, keyList: [], table: shares.data,
    standalone: standalone(shares.grid.drawing(kind: .shareTable), shares.heading))
}

extension ShareGrid {
  private var wording: Wording { heading.wording }

  fileprivate var grid: Grid {
    Grid(
      heading: heading, nameHeader: nameHeader, sizeHeader: sizeHeader, columnNames: columnNames,
      rows: rows.map { row in
        Grid.Row(
          name: row.name, size: row.size.map { wording.numbers.text($0) },
          cells: row.values.enumerated().map { cell($1, of: row.size(ofColumn: $0)) })
      }, className: "heat")
  }

  private func cell(_ value: ChartValue?, of size: Int?) -> Grid.Cell {
    switch value {
    case nil: return .notYet(wording)
    case .suppressed: return Grid.Cell(step: "qs", shown: "[c]", words: "")
    case .missing(let reason): return Grid.Cell(step: "qe", shown: "", words: reason)
    case .number(let share, _, _):
      guard share.isFinite else {
        return Grid.Cell(step: "qe", shown: "", words: wording.numbers.notANumber)
      }
      return Grid.Cell(step: "q\(shareStep(share))", shown: shown(share, of: size), words: "")
    }
  }

  /// Below twenty the parts themselves (`11 of 14`); otherwise no decimals, so that a column agrees.
  private func shown(_ share: Double, of size: Int?) -> String {
    guard let size, size < 20 else { return ChartUnit.share.text(share, wording) }
    return wording.numbers.share(share, of: size)
  }

  /// The same limits in every chart, so that equal fills are equal shares: 10, 25, 40, 55, 75 %.
  private func shareStep(_ share: Double) -> Int {
    [0.1, 0.25, 0.4, 0.55, 0.75].filter { $0 <= share }.count
  }

  /// The number that a share is of stands before it: once a row, or in each column where they differ.
  fileprivate var data: DataTable {
    let isSizedByColumn = rows.contains { $0.sizes != nil }
    let shares = columnNames.map { DataTable.Column($0, isNumeric: true) }
    let size = DataTable.Column(sizeHeader, isNumeric: true)
    return DataTable(
      caption: heading.measure,
      columns: [DataTable.Column(nameHeader, isNumeric: false)]
        + (isSizedByColumn ? shares.flatMap { [sizeColumn(of: $0), $0] } : [size] + shares),
      rows: rows.map { row in
        let cells = row.values.enumerated().map { column, value in
          (count(row.size(ofColumn: column), of: value), dataCell(value, of: row, column))
        }
        return [.text(row.name)]
          + (isSizedByColumn
            ? cells.flatMap { [$0.0, $0.1] }
            : [count(row.size, of: .suppressed)] + cells.map(\.1))
      })
  }

  /// `+3 mo, n`
  private func sizeColumn(of share: DataTable.Column) -> DataTable.Column {
    DataTable.Column(
      wording(.sizeOfColumn, ["column": .text(share.header)]), isNumeric: true)
  }

  /// Where there is no number, the reason is that of the share.
  private func count(_ size: Int?, of value: ChartValue?) -> DataTable.Cell {
    if let size { return ChartUnit.count(noun: "").cell(Double(size), wording) }
    guard let value else { return .missing(reason: wording(.notYet)) }
    return value.drawable == nil ? value.cell(.share, wording) : .suppressed
  }

  private func dataCell(
    _ value: ChartValue?, of row: Row, _ column: Int
  ) -> DataTable.Cell {
    guard let value else { return .missing(reason: wording(.notYet)) }
    guard let share = value.drawable else { return value.cell(.share, wording) }
    let size = row.size(ofColumn: column)
    return .number(shown: shown(share, of: size), raw: rawNumber(share))
  }
}
