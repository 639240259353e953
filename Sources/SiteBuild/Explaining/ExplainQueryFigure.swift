internal import Basics
internal import CommunityData
internal import OpenData

/// Explains a figure that a query of its page gave, `PAGE#fig-1` or `PAGE#query-NAME`: the query, what
/// its parameters were, and the rows; nil where the page has no such figure.
func explainQueryFigure(
  _ name: String, _ fileSystem: any FileSystem, asOf moment: Timestamp, cache: CacheFolder?
) -> FigureExplanation? {
  guard let (page, figure) = FigureName.onPage(name) else { return nil }
  let reading = readSite(fileSystem, cache: cache)
  guard let input = reading.input else { return nil }
  var diagnostics = reading.diagnostics
  let site = PreparedSite(input, BuildSettings(asOf: moment), diagnostics: &diagnostics)
  guard let renderer = site.renderer,
    let plan = planPages(site.plan).first(where: { site.plan.place(of: $0).address == page })
  else { return nil }
  let rendered = renderer.render(plan)
  guard let found = rendered.figures.first(where: { $0.id == figure }),
    case .queried(let query) = found.data
  else { return nil }
  let place = site.plan.place(of: plan)
  let text = site.plan.consent.mask.masked(
    QueryFigurePage(figure: found, query: query, place: place).text)
  return FigureExplanation(
    text: text, diagnostics: (diagnostics + rendered.diagnostics).sortedByPlace())
}

/// What is told of one figure of a query.
private struct QueryFigurePage {
  let figure: Figure
  let query: PageQuery
  let place: PlannedPlace

  /// Rows that are listed.
  private static let listed = 20

  var text: String {
    (["\(publicPath(figure.page))#\(figure.id)", "", figure.title, ""] + origin + sql + rows)
      .joined(separator: "\n")
  }

  private var origin: [String] {
    [line("Query", query.name)]
      + (place.source.map { [line("Source", $0.text)] } ?? [])
      + query.arguments.map { line("Parameter", $0) }
  }

  private var sql: [String] {
    let lines = query.sql.split(separator: "\n").map(String.init)
    return lines.enumerated().map { index, text in line(index == 0 ? "SQL" : "", text) }
  }

  private var rows: [String] {
    let result = query.result
    let shown = result.rows.prefix(QueryFigurePage.listed).map { row in
      line("Row", row.map(\.raw).joined(separator: " · "))
    }
    let more = result.rows.count - shown.count
    return [
      line("Data", "\(figure.csv), \(figure.json)"),
      line("Columns", result.columns.joined(separator: " · ")),
    ] + shown + (more > 0 ? [line("Row", "and \(more) more")] : [])
  }

  private func line(_ label: String, _ text: String) -> String {
    label + String(repeating: " ", count: max(1, 13 - label.count)) + text
  }
}
