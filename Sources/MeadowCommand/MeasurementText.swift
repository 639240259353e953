internal import Basics
package import Measures

/// The measurement table in aligned columns, for people: lengths of time as they say them.
package enum MeasurementText {
  package static func text(_ table: MeasurementTable) -> String {
    let rows = [head] + table.rows.map(cells)
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ").trimmingTrailingBlanks() + "\n"
    }.joined()
  }

  private static let head = [
    "community", "metric", "period", "segment", "value", "unit", "n", "low", "high", "note",
  ]

  private static func cells(_ row: Measurement) -> [String] {
    let estimate = row.result.value
    return [
      row.community, row.metric.description, row.period.description, row.segment.description,
      number(estimate?.value, row.unit), row.unit.rawValue,
      estimate?.n.map { String($0) } ?? "", number(estimate?.low, row.unit),
      number(estimate?.high, row.unit), row.note,
    ]
  }

  private static func number(_ value: Double?, _ unit: Unit) -> String {
    guard let value else { return "" }
    if unit == .seconds {
      // Blanks that break, since this is looked for and cut by columns.
      return durationText(seconds: Int(value.rounded())).replacing("\u{A0}", with: " ")
    }
    return unit.isWhole ? String(Int(value.rounded())) : String(value)
  }
}

extension String {
  fileprivate func trimmingTrailingBlanks() -> String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
