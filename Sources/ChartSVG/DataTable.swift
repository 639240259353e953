internal import Basics

/// The values of a chart as rows: for the table under it and for the download.
package struct DataTable: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package var header: String
    package var isNumeric: Bool

    package init(_ header: String, isNumeric: Bool) {
      self.header = header
      self.isNumeric = isNumeric
    }
  }

  package enum Cell: Sendable, Hashable {
    case text(String)
    /// A value as it is shown, and as a machine reads it (`71%`, `0.71`).
    case number(shown: String, raw: String)
    case suppressed
    case missing(reason: String)
  }

  package var caption: String
  package var columns: [Column]
  /// Each as long as `columns`; the first cell heads the row.
  package var rows: [[Cell]]

  package init(caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The headers and then the rows, for the CSV and JSON downloads: raw numbers, `[c]`, reasons.
  package var csvRows: [[String]] {
    [columns.map(\.header)] + rows.map { $0.map(\.raw) }
  }
}

extension DataTable.Cell {
  /// `0.71`, `[c]`
  package var raw: String {
    switch self {
    case .text(let text): text
    case .number(_, let raw): raw
    case .suppressed: "[c]"
    case .missing(let reason): reason
    }
  }
}
