/// Counts by two divisions, in five classes with the number in each cell.
package struct Heatmap: Sendable, Hashable {
  package var heading: ChartHeading
  /// The row heads (`Mon` …).
  package var rowNames: [String]
  /// The column heads (`00`, `02` …).
  package var columnNames: [String]
  /// One row of counts a row name, as long as `columnNames`.
  package var values: [[ChartValue]]
  /// The site's threshold k: smaller counts of people are withheld.
  package var threshold: Int

  /// Posts by weekday and two-hour period in UTC: 7 rows, Monday first, of 12 values.
  package init(heading: ChartHeading, week values: [[ChartValue]], threshold: Int) {
    self.heading = heading
    self.rowNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    self.columnNames = stride(from: 0, to: 24, by: 2).map { $0 < 10 ? "0\($0)" : "\($0)" }
    self.values = values
    self.threshold = threshold
  }
}
