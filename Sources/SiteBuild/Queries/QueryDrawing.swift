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
  private let label: Int
  /// What tells several lines apart.
  private let cut: Int?
  private let result: QueryResult
  /// What stands where there is no value.
  private let none: String
  /// The days of each row, where all labels are periods or days.
  let days: [ClosedRange<CalendarDay>]?

  init(
    _ query: PageQuery, _ columns: QueryColumns, by cut: String? = nil, needsNumbers: Bool = true,
    none: String
  ) throws(FigureFault) {
    let result = query.result
    func column(_ name: String) throws(FigureFault) -> Int {
      if let index = result.column(name) { return index }
      throw .unknownColumn(name, of: query.name, known: result.columns)
    }
    name = query.name
    self.result = result
    self.none = none
    let label = try columns.label.map { name throws(FigureFault) in try column(name) } ?? 0
    self.label = label
    self.cut = try cut.map { name throws(FigureFault) in try column(name) }
    if let named = columns.value {
      value = try column(named)
    } else {
      value = result.columns.indices.first { $0 != label && result.isNumeric($0) }
    }
    if needsNumbers, value.map(result.isNumeric) != true { throw .noNumbers(query.name) }
    unit = columns.unit.map(ChartUnit.init) ?? result.unit(of: value ?? label)
    let days = result.rows.compactMap { QueryDrawing.days($0[label].raw) }
    self.days = days.count == result.rows.count && !days.isEmpty ? days : nil
  }

  var labelName: String { spoken(result.columns[label]) }
  var valueName: String { value.map { spoken(result.columns[$0]) } ?? "" }

  var rows: [(label: String, value: ChartValue)] {
    result.rows.map { ($0[label].raw, chartValue($0)) }
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
    for (row, days) in zip(result.rows, days) {
      let key = cut.map { row[$0].raw } ?? name
      if points[key] == nil { names.append(key) }
      let text = row[label].raw
      points[key, default: []].append(
        ChartPoint(
          days: days,
          label: Period(text).map(wording.inShort) ?? wording.formats.shortDate(days.lowerBound),
          value: chartValue(row)))
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
}
