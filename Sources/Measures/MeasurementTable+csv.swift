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
      csv.number(estimate?.value)
      csv.text(row.unit.rawValue)
      csv.number(estimate?.n.map { Double($0) })
      csv.number(estimate?.low)
      csv.number(estimate?.high)
      csv.text(row.note)
      csv.endLine()
    }
    return csv.bytes
  }
}

/// Fields and lines of a CSV file.
private struct CSVText {
  var bytes: [UInt8] = []
  private var isFirst = true

  mutating func text(_ text: String) {
    field(startsFormula(text) ? "'" + text : text)
  }

  /// Numbers are never marked as text, not even below zero.
  mutating func number(_ value: Double?) {
    field(value.map(shortest) ?? "")
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func field(_ text: String) {
    var text = text
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if utf8.contains(UInt8(ascii: "\"")) {
        for byte in utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func startsFormula(_ field: String) -> Bool {
    // All that have no letter or digit of ASCII first are looked at whole.
    guard let byte = field.utf8.first, !byte.isAlphanumeric,
      let first = field.unicodeScalars.first
    else { return false }
    return CSVText.formulaStarts.contains(first)
  }

  private static let formulaStarts = Array(
    "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
}

/// The shortest form that reads back as the same number; whole numbers without a point.
private func shortest(_ value: Double) -> String {
  Int(exactly: value).map { String($0) } ?? value.description
}
