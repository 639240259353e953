internal import Basics
internal import ChartSVG
internal import Measures

/// A figure of one page: drawn, with the measurements it was drawn from and the files it comes with.
struct Figure: Sendable {
  /// Counted from 1 on each page.
  var number: Int
  var title: String
  var subtitle: String
  var source: String
  var metric: MetricName
  var drawn: DrawnChart
  var table: MeasurementTable
  /// The page it stands on.
  var page: SitePath
  /// What is wrong with it though it can be drawn, without a place.
  var faults: [Diagnostic] = []

  var id: String { "fig-\(number)" }
  var csv: SitePath { SiteRoutes.beside(page, "\(id).csv") }
  var json: SitePath { SiteRoutes.beside(page, "\(id).json") }
  var svg: SitePath { SiteRoutes.beside(page, "\(id).svg") }

  /// The downloads that stand beside the page.
  var files: [OutputFile] {
    [
      OutputFile(path: csv, bytes: table.csv()),
      OutputFile(path: json, bytes: table.json()),
      OutputFile(path: svg, bytes: drawn.standalone),
    ]
  }
}
