internal import Basics
internal import ChartSVG
internal import Measures
internal import OpenData

/// The columns of a query that a chart draws.
struct QueryDrawing {
  let name: String
  let unit: ChartUnit
  /// nil where there is no column of numbers, and none is needed.
  let value: Int?
  let label: Int
  /// What tells several lines apart.
  private let cut: Int?
  private let result: QueryResult
  /// What stands where there is no value.
  private let none: String
  /// The days of each row, where all labels are periods or days.
  let days: [ClosedRange<CalendarDay>]?
  /// At which ends the data cut off the period of each row.
  let cutOffs: [CutOff]

  init(
    _ query: PageQuery, _ columns: QueryColumns, by cut: String? = nil, needsNumbers: Bool = true,
    in plan: SitePlan
  ) throws(FigureFault) {
    let result = query.result
    func column(_ name: String) throws(FigureFault) -> Int {
      if let index = result.column(name) { return index }
      throw .unknownColumn(name, of: query.name, known: result.columns)
    }
    name = query.name
    self.result = result
    none = plan.wording(.none)
    let label = try columns.label.map { name throws(FigureFault) in try column(name) } ?? 0
    self.label = label
    self.cut = try cut.map { name throws(FigureFault) in try column(name) }
    if let named = columns.value {
      value = try column(named)
    } else {
      let others = result.columns.indices.filter { $0 != label }
      value =
        others.first(where: result.isNumeric)
        ?? (needsNumbers ? others.first(where: result.isBlank) : nil)
    }
    // Where nothing is known, as of a room that is too small, the chart says so, and the site is built.
    if needsNumbers, value.map({ result.isNumeric($0) || result.isBlank($0) }) != true {
      throw .noNumbers(query.name)
    }
    unit = columns.unit.map(ChartUnit.init) ?? result.unit(of: value ?? label)
    let days = result.rows.compactMap { QueryDrawing.days($0[label].raw) }
    self.days = days.count == result.rows.count && !days.isEmpty ? days : nil
    let cutOffs = QueryCutOffs(query, plan)
    self.cutOffs = result.rows.map { cutOffs.cutOff($0, label: label) }
  }

  var isEmpty: Bool { result.rows.isEmpty }
  var labelName: String { spoken(result.columns[label]) }
  var valueName: String { value.map { spoken(result.columns[$0]) } ?? "" }

  func rows(_ wording: Wording) -> [(label: String, value: ChartValue)] {
    zip(result.rows, cutOffs).map { row, cutOff in
      (wording.period(row[label].raw, cutOff), chartValue(row))
    }
  }

  /// `posts by room`
  func words(_ wording: Wording) -> String {
    wording(.queryMeasure, ["value": .text(valueName), "label": .text(labelName)])
  }

  /// A line, or one for each value of the cut, in the order in which they come.
  func series(named name: String, _ wording: Wording) -> [ChartSeries] {
    guard let days else { return [] }
    var names: [String] = []
    var points: [String: [ChartPoint]] = [:]
    for ((row, days), cutOff) in zip(zip(result.rows, days), cutOffs) {
      let key = cut.map { row[$0].raw } ?? name
      if points[key] == nil { names.append(key) }
      let text = row[label].raw
      points[key, default: []].append(
        ChartPoint(
          days: days,
          label: Period(text).map(wording.inShort) ?? wording.formats.shortDate(days.lowerBound),
          value: chartValue(row), cutOff: cutOff))
    }
    return names.map { ChartSeries(name: $0, points: points[$0] ?? []) }
  }

  private func chartValue(_ row: [SQLValue]) -> ChartValue {
    value.flatMap { row[$0].number }.map { .number($0) } ?? .missing(reason: none)
  }

  private static func days(_ text: String) -> ClosedRange<CalendarDay>? {
    Period(text)?.days ?? CalendarDay(text).map { $0...$0 }
  }
}

extension QueryResult {
  /// The decimals that a column's numbers are shown with.
  func unit(of column: Int) -> ChartUnit { .fitting(rows.compactMap { $0[column].number }) }

  /// Whether a column holds numbers and nothing else.
  fileprivate func isNumeric(_ column: Int) -> Bool {
    rows.contains { $0[column].number != nil }
      && rows.allSatisfy { $0[column].number != nil || $0[column] == .null }
  }

  /// Whether a column holds nothing at all.
  fileprivate func isBlank(_ column: Int) -> Bool { rows.allSatisfy { $0[column] == .null } }
}
