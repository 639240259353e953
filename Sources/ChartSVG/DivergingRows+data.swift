internal import Basics

extension DivergingRows {
  /// Both sides, and their ratio where the chart shows it.
  var data: DataTable {
    var columns = [
      DataTable.Column(bars.nameHeader, isNumeric: false),
      DataTable.Column(bars.left.header, isNumeric: true),
      DataTable.Column(bars.right.header, isNumeric: true),
    ]
    if let header = bars.ratioHeader { columns.append(.init(header, isNumeric: true)) }
    return DataTable(
      caption: bars.heading.measure, columns: columns,
      rows: rows.map { row in
        let cells = [.text(row.name)] + [row.left, row.right].map { $0.cell(unit, wording) }
        return bars.ratioHeader == nil ? cells : cells + [row.ratioCell(wording)]
      })
  }
}
