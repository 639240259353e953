internal import Basics
internal import ChartSVG
internal import OpenData
internal import Measures

/// What a figure was drawn from.
enum FigureData: Sendable {
  case measured(MetricName, MeasurementTable)
  case queried(PageQuery)

  var csv: [UInt8] {
    switch self {
    case .measured(_, let table): table.csv()
    case .queried(let query): query.result.csv()
    }
  }

  var json: [UInt8] {
    switch self {
    case .measured(_, let table): table.json()
    case .queried(let query): query.result.json()
    }
  }
}

/// A figure of one page: drawn, with the data it was drawn from and the files it comes with.
struct Figure: Sendable {
  /// Counted from 1 on each page; 0 for a query that is folded away, whose title is its name.
  var number: Int
  var title: String
  var subtitle: String
  var source: String
  var data: FigureData
  var drawn: DrawnChart
  /// The page it stands on.
  var page: SitePath
  /// What is wrong with it though it can be drawn, without a place.
  var faults: [Diagnostic] = []

  /// The anchor, which names the files too: `fig-1`, `query-busiest_rooms`.
  var id: String { number > 0 ? "fig-\(number)" : "query-\(title)" }
  var csv: SitePath { SiteRoutes.beside(page, "\(id).csv") }
  var json: SitePath { SiteRoutes.beside(page, "\(id).json") }
  var svg: SitePath { SiteRoutes.beside(page, "\(id).svg") }

  /// The downloads that stand beside the page.
  var files: [OutputFile] {
    let files = [
      OutputFile(path: csv, bytes: data.csv), OutputFile(path: json, bytes: data.json),
    ]
    return hasDrawing ? files + [OutputFile(path: svg, bytes: drawn.standalone)] : files
  }

  /// Of a query that is folded away thousands of rows need not be shown: they are in its files.
  var showsRows: Bool { number > 0 || drawn.table.rows.count <= 500 }

  /// A table of texts has none.
  var hasDrawing: Bool { !drawn.standalone.isEmpty }
}
