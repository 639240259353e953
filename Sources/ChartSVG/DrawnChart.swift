/// A chart ready to be put on a page and written as a file.
package struct DrawnChart: Sendable, Hashable {
  /// The inline drawings, one a width, or the table with drawings in its cells.
  package var variants: [UInt8]
  /// Whether `variants` is a table, which needs no `.chart` element around it.
  package var isTable: Bool
  package var keyList: [KeyEntry]
  /// Every value of the chart, the withheld ones as `[c]`.
  package var table: DataTable
  /// The chart as an `.svg` file that stands on its own.
  package var standalone: [UInt8]

  package init(
    variants: [UInt8], isTable: Bool, keyList: [KeyEntry], table: DataTable, standalone: [UInt8]
  ) {
    self.variants = variants
    self.isTable = isTable
    self.keyList = keyList
    self.table = table
    self.standalone = standalone
  }
}
