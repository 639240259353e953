/// A table of the published data: what its columns are, and its rows.
package struct OpenTable: Sendable {
  /// As SQL calls it: `measurements`.
  package var name: String
  /// One sentence.
  package var doc: String
  package var columns: [OpenColumn]
  /// Writes every row, column by column; the same each time.
  package var rows: @Sendable (inout RowWriter) -> Void

  package init(
    name: String, doc: String, columns: [OpenColumn],
    rows: @escaping @Sendable (inout RowWriter) -> Void
  ) {
    self.name = name
    self.doc = doc
    self.columns = columns
    self.rows = rows
  }
}

/// One column of an ``OpenTable``.
package struct OpenColumn: Sendable, Equatable {
  package enum Kind: String, Sendable { case text = "TEXT", integer = "INTEGER", real = "REAL" }

  package var name: String
  package var kind: Kind
  /// What it holds, for the reference and the data package.
  package var doc: String

  package init(_ name: String, _ kind: Kind, _ doc: String) {
    self.name = name
    self.kind = kind
    self.doc = doc
  }
}
