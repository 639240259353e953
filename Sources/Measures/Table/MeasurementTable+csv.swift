internal import Basics
internal import CommunityData

extension MeasurementTable {
  /// The columns of the table, in order.
  package static let columns = [
    "community", "metric", "period", "segment", "value", "unit", "n", "low", "high", "note",
  ]

  /// The table as CSV (RFC 4180, LF): every field quoted, so that no field can run into another, and
  /// `'` before a text that a spreadsheet would take for a formula.
  ///
  ///     "history-meta","contributors","2018","all","61","people","","","",""
  package func csv() -> [UInt8] {
    var head = CSVText()
    for column in MeasurementTable.columns { head.text(column) }
    head.endLine()
    let stretch = 4096
    return inParallel((rows.count + stretch - 1) / stretch) { number in
      let start = number * stretch
      return csv(rows[start..<min(start + stretch, rows.count)])
    }.reduce(into: head.bytes) { $0 += $1 }
  }

  private func csv(_ rows: ArraySlice<Measurement>) -> [UInt8] {
    var csv = CSVText()
    csv.bytes.reserveCapacity(rows.count * 100)
    for row in rows {
      let estimate = row.result.value
      csv.text(row.community)
      csv.text(row.metric.description)
      csv.text(row.period.description)
      csv.text(row.segment.description)
      csv.number(shortest(estimate?.value))
      csv.text(row.unit.rawValue)
      csv.number(shortest(estimate?.n.map { Double($0) }))
      csv.number(shortest(estimate?.low))
      csv.number(shortest(estimate?.high))
      csv.text(row.note)
      csv.endLine()
    }
    return csv.bytes
  }
}

/// The shortest form that reads back as the same number, whole numbers without a point; nothing for
/// no number.
private func shortest(_ value: Double?) -> String {
  guard let value else { return "" }
  return Int(exactly: value).map { String($0) } ?? value.description
}
