internal import Basics

extension LineChart {
  /// `Line chart: Conversations per week, all communities`
  var title: String { wording(.lineChart, ["measure": .text(heading.measure)]) }

  var wording: Wording { heading.wording }

  /// The lines in words, then the usual range, then how many bands and marks lie over them.
  func description(bands: Int, events: Int) -> String {
    let lines = series.map { line in
      let words = LineDescription(line, unit: unit, wording).text
      return series.count > 1
        ? wording(.ofSeries, ["series": .text(line.name), "words": .text(words)]) : words
    }
    var rest = [usualRange(in: .usualRange, same: .usualValue)].compactMap(\.self)
    if bands > 0 { rest.append(wording(.shadedCampaigns, ["n": .count(bands)])) }
    if events > 0 { rest.append(wording(.numberedEvents, ["n": .count(events)])) }
    return (lines + rest).joined(separator: " ")
  }

  /// What the strip behind the line is.
  var usualRangeKey: KeyEntry? {
    rangeInKey.map {
      KeyEntry(kind: .usualRange, mark: "", name: $0, dates: wording(.usualRangeBasis))
    }
  }

  private var rangeInKey: String? { usualRange(in: .usualRangeInKey, same: .usualValueInKey) }

  /// `Usual range 12 to 20`; `Usually 6` where both ends read alike.
  private func usualRange(in word: ChartWord, same: ChartWord) -> String? {
    guard let usualRange, usualRange.low <= usualRange.high else { return nil }
    // Between two counts lies half of one, which nobody counts.
    let ends = [usualRange.low, usualRange.high].map { end in
      if case .count = unit { unit.text(end.rounded(), wording) } else { unit.text(end, wording) }
    }
    if ends[0] == ends[1] { return wording(same, ["value": .text(ends[0])]) }
    return wording(word, ["low": .text(ends[0]), "high": .text(ends[1])])
  }

  /// Every period, newest first; a likely range takes two columns.
  var table: DataTable {
    var columns = [DataTable.Column(wording(.period), isNumeric: false)]
    for line in series {
      let name = line.name.isEmpty ? heading.measure : line.name
      columns.append(DataTable.Column(name, isNumeric: true))
      if line.hasIntervals {
        for end in [ChartWord.seriesLikelyFrom, .seriesLikelyTo] {
          let head = wording(end, ["series": .text(name)])
          columns.append(DataTable.Column(head, isNumeric: true))
        }
      }
    }
    let byDay = series.map { line in
      Dictionary(line.points.map { ($0.x, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let ranged = series.map(\.hasIntervals)
    let days = Set(series.flatMap { $0.points.map(\.x) }).sorted(by: >)
    let rows = days.map { day in row(of: day, byDay.map { $0[day] }, ranged) }
    let caption = [heading.measure, rangeInKey].compactMap(\.self).joined(separator: ". ")
    return DataTable(caption: caption, columns: columns, rows: rows)
  }

  private func row(
    of day: CalendarDay, _ points: [ChartPoint?], _ ranged: [Bool]
  ) -> [DataTable.Cell] {
    let first = points.compactMap { $0 }.first
    let label = first.map { wording.period($0.label, $0.cutOff) }
    let cells = zip(ranged, points).flatMap { hasRange, point in
      let value = point?.value ?? .missing(reason: wording(.noData))
      let cell = value.cell(unit, wording)
      return hasRange ? [cell] + value.intervalCells(unit, wording) : [cell]
    }
    return [.text(label ?? day.description)] + cells
  }
}

extension ChartSeries {
  fileprivate var hasIntervals: Bool { points.contains { $0.value.interval != nil } }
}

extension ChartValue {
  /// The value in the data table.
  func cell(_ unit: ChartUnit, _ wording: Wording) -> DataTable.Cell {
    switch self {
    case .number(let value, _, _): unit.cell(value, wording)
    case .suppressed: .suppressed
    case .missing(let reason): .missing(reason: reason)
    }
  }

  /// Both ends of the likely range in the data table.
  func intervalCells(_ unit: ChartUnit, _ wording: Wording) -> [DataTable.Cell] {
    switch self {
    case .suppressed: return [.suppressed, .suppressed]
    case .missing(let reason): return [.missing(reason: reason), .missing(reason: reason)]
    case .number:
      guard let interval else {
        let unknown = DataTable.Cell.missing(reason: wording(.noRange))
        return [unknown, unknown]
      }
      return [interval.lowerBound, interval.upperBound].map { unit.cell($0, wording) }
    }
  }
}
