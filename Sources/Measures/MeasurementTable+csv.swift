internal import Basics

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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 100)
    append(MeasurementTable.columns, to: &bytes)
    for row in rows {
      let estimate = row.result.value
      append(
        [
          row.community, row.metric.description, row.period.description, row.segment.description,
          number(estimate?.value), row.unit.rawValue, estimate?.n.map { String($0) } ?? "",
          number(estimate?.low), number(estimate?.high), row.note,
        ], to: &bytes)
    }
    return bytes
  }

  private func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "\"" : ","))
      if index > 0 { bytes.append(UInt8(ascii: "\"")) }
      if startsFormula(field) { bytes.append(UInt8(ascii: "'")) }
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A number never starts a formula here: no unit has values below zero.
  private func startsFormula(_ field: String) -> Bool {
    guard let first = field.unicodeScalars.first else { return false }
    return "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}

/// A number as the table's files write it: shortest form that reads back the same, whole numbers
/// without a point, empty for none.
func number(_ value: Double?) -> String {
  guard let value else { return "" }
  if let whole = Int(exactly: value) { return String(whole) }
  return value.description
}
