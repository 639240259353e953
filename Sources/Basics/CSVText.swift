/// Fields and lines of a CSV file (RFC 4180, LF): every field quoted, so that none can run into
/// another, and `'` before a text that a spreadsheet would take for a formula.
package struct CSVText {
  package var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  package mutating func text(_ text: String) {
    field(startsFormula(text) ? "'" + text : text)
  }

  /// Numbers are never marked as text, not even below zero.
  package mutating func number(_ number: String) {
    field(number)
  }

  package mutating func endLine() {
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
    guard let byte = field.utf8.first, !byte.isASCIILetterOrDigit,
      let first = field.unicodeScalars.first
    else { return false }
    return CSVText.formulaStarts.contains(first)
  }

  private static let formulaStarts = Array(
    "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
}
