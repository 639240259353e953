internal import Basics
internal import ChartSVG
internal import Measures
internal import OpenData
internal import Templating

/// Figures of what a query of the page gave.
extension FigureMaker {
  /// The most bars that are drawn.
  private static let mostBars = 60
  private static let mostSeries = 4
  private static let mostKeyFigures = 8

  /// Bars, or a line where the labels are periods or days; as a table, all columns.
  func figure(
    of query: PageQuery, _ request: FigureRequest, asTable: Bool, number: Int
  ) throws(FigureFault) -> Figure {
    let unused = request.keysUnusedByQueries
    if !unused.isEmpty { throw .unusedInQuery(unused) }
    let columns = try QueryDrawing(
      query, request.columns, by: request.cut, needsNumbers: !asTable, in: plan)
    let subtitle = request.columns.subtitle ?? columns.words(wording)
    let heading = ChartHeading(
      id: "fig-\(number)", measure: subtitle, title: request.title, credit: credit(query),
      wording: wording, colours: plan.colours)
    let usual: ChartForm = columns.days == nil ? .bars : .line
    // Nothing has no days, and is drawn alike in every form.
    let form = request.form == .line && columns.isEmpty ? usual : request.form ?? usual
    var faults: [Diagnostic] = []
    var drawn =
      if asTable {
        // A table may be longer than what can be drawn; then it comes without a drawing.
        columns.value.flatMap { _ in try? draw(columns, as: form, request, heading, &faults) }
          ?? DrawnChart(of: queryTable(query, heading.measure, columns))
      } else {
        try draw(columns, as: form, request, heading, &faults)
      }
    if asTable {
      drawn.table = queryTable(query, heading.measure, columns)
      drawn.showTable(called: wording(.figureTable, ["number": .count(number)]), wording)
    }
    return Figure(
      number: number, title: request.title, subtitle: subtitle, source: wording(.querySource),
      data: .queried(query), drawn: drawn, page: page, faults: faults)
  }

  /// A number for each row of a query.
  func keyFigures(
    of query: PageQuery, _ columns: QueryColumns
  ) throws(FigureFault) -> [KeyFigure] {
    let drawing = try QueryDrawing(query, columns, in: plan)
    let rows = drawing.rows(wording)
    if rows.count > FigureMaker.mostKeyFigures {
      throw .tooMany(rows.count, of: "key figures", limit: FigureMaker.mostKeyFigures)
    }
    return rows.map { row in
      let value = row.value.drawable.map { drawing.unit.text($0, wording) }
      return KeyFigure(
        label: row.label, value: value ?? "–", note: drawing.valueName,
        definition: wording(.querySource), method: SafeURL(from: page, to: SiteRoutes.data))
    }
  }

  /// A query with its result, without a number, for those who want to know where a value is from.
  func folded(_ query: PageQuery) -> Figure {
    var drawn = DrawnChart(of: queryTable(query, query.name))
    drawn.showTable(called: query.name, wording)
    return Figure(
      number: 0, title: query.name, subtitle: "", source: wording(.querySource),
      data: .queried(query), drawn: drawn, page: page)
  }

  private func draw(
    _ columns: QueryDrawing, as form: ChartForm, _ request: FigureRequest, _ heading: ChartHeading,
    _ faults: inout [Diagnostic]
  ) throws(FigureFault) -> DrawnChart {
    switch form {
    case .bars:
      let rows = columns.rows(wording)
      if rows.count > FigureMaker.mostBars {
        throw .tooMany(rows.count, of: "bars", limit: FigureMaker.mostBars)
      }
      return ChartSVG.draw(
        BarTable(
          heading: heading, unit: columns.unit,
          headers: (columns.labelName, columns.valueName),
          rows: rows.map { BarTable.Row(name: $0.label, value: $0.value) }))
    case .line where columns.days != nil:
      let series = columns.series(named: heading.measure, wording)
      if series.count > FigureMaker.mostSeries {
        throw .tooMany(series.count, of: "lines", limit: FigureMaker.mostSeries)
      }
      let chart = LineChart(heading: heading, unit: columns.unit, series: series)
      faults = check(chart)
      return ChartSVG.draw(chart)
    default:
      throw .unfit(
        form, metric: columns.name, forms: columns.days == nil ? [.bars] : [.bars, .line])
    }
  }

  /// All of a result as rows under its own names; in a figure, periods with what the data lack of them.
  private func queryTable(
    _ query: PageQuery, _ caption: String, _ drawing: QueryDrawing? = nil
  ) -> DataTable {
    let result = query.result
    let units = result.columns.indices.map { result.unit(of: $0) }
    let columns = result.columns.indices.map { index in
      DataTable.Column(
        spoken(result.columns[index]),
        isNumeric: result.rows.contains { $0[index].number != nil })
    }
    var rows = result.rows.map { row in zip(row, units).map { cell($0, $1) } }
    if let drawing {
      for (row, cutOff) in drawing.cutOffs.enumerated() where !cutOff.isEmpty {
        let period = result.rows[row][drawing.label].raw
        rows[row][drawing.label] = .text(wording.period(period, cutOff))
      }
    }
    return DataTable(caption: caption, columns: columns, rows: rows)
  }

  private func cell(_ value: SQLValue, _ unit: ChartUnit) -> DataTable.Cell {
    switch value {
    case .null: .missing(reason: wording(.none))
    case .text(let text): .text(text)
    case .integer, .real:
      .number(shown: unit.text(value.number ?? 0, wording), raw: value.raw)
    }
  }

  private func credit(_ query: PageQuery) -> String {
    guard let licence = plan.settings.dataLicence else { return plan.settings.organisation }
    return "\(plan.settings.organisation), \(licence.title)"
  }
}

/// `first_day` → `first day`
func spoken(_ column: String) -> String { column.replacing("_", with: " ") }

extension DrawnChart {
  /// A table with nothing drawn.
  fileprivate init(of table: DataTable) {
    self.init(variants: [], isTable: true, keyList: [], table: table, standalone: [])
  }
}
