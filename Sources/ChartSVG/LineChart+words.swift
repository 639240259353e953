internal import Basics

extension LineChart {
  /// `Line chart: Conversations per week, all communities`
  var title: String { "Line chart: \(heading.measure)" }

  /// The lines in words, then the usual range, then how many bands and marks lie over them.
  func description(bands: Int, events: Int) -> String {
    let lines = series.map { line in
      let words = LineDescription(line, unit: unit).text
      return series.count > 1 ? "\(line.name): \(words)" : words
    }
    var rest: [String] = []
    if let usualRange, usualRange.low <= usualRange.high {
      let (low, high) = (unit.text(usualRange.low), unit.text(usualRange.high))
      rest.append("Usual range \(low) to \(high).")
    }
    if bands > 0 { rest.append("Shaded: \(bands) \(bands == 1 ? "campaign" : "campaigns").") }
    if events > 0 { rest.append("Numbered: \(events) \(events == 1 ? "event" : "events").") }
    return (lines + rest).joined(separator: " ")
  }

  /// Every period, newest first; a likely range takes two columns.
  var table: DataTable {
    var columns = [DataTable.Column("Period", isNumeric: false)]
    for line in series {
      let name = line.name.isEmpty ? heading.measure : line.name
      columns.append(DataTable.Column(name, isNumeric: true))
      if line.hasIntervals {
        columns.append(DataTable.Column("\(name), likely from", isNumeric: true))
        columns.append(DataTable.Column("\(name), likely to", isNumeric: true))
      }
    }
    let byDay = series.map { line in
      Dictionary(line.points.map { ($0.x, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let ranged = series.map(\.hasIntervals)
    let days = Set(series.flatMap { $0.points.map(\.x) }).sorted(by: >)
    let rows = days.map { day in row(of: day, byDay.map { $0[day] }, ranged) }
    return DataTable(caption: heading.measure, columns: columns, rows: rows)
  }

  private func row(
    of day: CalendarDay, _ points: [ChartPoint?], _ ranged: [Bool]
  ) -> [DataTable.Cell] {
    let first = points.compactMap { $0 }.first
    let label = first.map { $0.label + ($0.isFinished ? "" : " (unfinished)") } ?? day.description
    let cells = zip(ranged, points).flatMap { hasRange, point in
      let value = point?.value ?? .missing(reason: "no data")
      return hasRange ? [value.cell(unit)] + value.intervalCells(unit) : [value.cell(unit)]
    }
    return [.text(label)] + cells
  }
}

extension ChartSeries {
  fileprivate var hasIntervals: Bool { points.contains { $0.value.interval != nil } }
}

extension ChartValue {
  /// The value in the data table.
  func cell(_ unit: ChartUnit) -> DataTable.Cell {
    switch self {
    case .number(let value, _, _): unit.cell(value)
    case .suppressed: .suppressed
    case .missing(let reason): .missing(reason: reason)
    }
  }

  /// Both ends of the likely range in the data table.
  func intervalCells(_ unit: ChartUnit) -> [DataTable.Cell] {
    switch self {
    case .suppressed: return [.suppressed, .suppressed]
    case .missing(let reason): return [.missing(reason: reason), .missing(reason: reason)]
    case .number:
      guard let interval else {
        let unknown = DataTable.Cell.missing(reason: "no range")
        return [unknown, unknown]
      }
      return [unit.cell(interval.lowerBound), unit.cell(interval.upperBound)]
    }
  }
}
