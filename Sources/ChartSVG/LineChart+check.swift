package import Basics

/// What is wrong with a chart that can be drawn all the same; `location` is where it is asked for.
package func check(_ chart: LineChart, at location: SourceLocation? = nil) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if chart.series.count > 4 {
    found.append(tooManyLines(chart.series.count, most: 4, at: location))
  }
  if chart.annotations.count > 3 {
    found.append(
      Diagnostic(
        ChartSVGCodes.tooManyRemarks,
        "the chart has \(chart.annotations.count) remarks, of which at most 3 are drawn",
        at: location, severity: .warning, fix: "keep the three that the title speaks of"))
  }
  found += chart.annotations.compactMap { remark($0, in: chart, at: location) }
  found += chart.series.compactMap { notANumber($0, at: location) }
  return found
}

/// What is wrong with a slope that can be drawn all the same.
package func check(_ slope: Slope, at location: SourceLocation? = nil) -> [Diagnostic] {
  let found = highlights(slope.highlighted, among: slope.lines.map(\.name), at: location)
  guard slope.lines.count > 6 else { return found }
  return [tooManyLines(slope.lines.count, most: 6, at: location)] + found
}

/// What is wrong with small multiples that can be drawn all the same.
package func check(_ chart: SmallMultiples, at location: SourceLocation? = nil) -> [Diagnostic] {
  highlights(chart.highlighted, among: chart.panels.map(\.name), at: location)
    + chart.panels.compactMap { notANumber($0, at: location) }
}

private func tooManyLines(_ count: Int, most: Int, at location: SourceLocation?) -> Diagnostic {
  Diagnostic(
    ChartSVGCodes.tooManyLines, "the chart has \(count) lines, more than \(most)",
    at: location, fix: "leave some out, or show them as small multiples")
}

private func remark(
  _ annotation: ChartAnnotation, in chart: LineChart, at location: SourceLocation?
) -> Diagnostic? {
  let names = chart.series.map(\.name)
  if let name = annotation.series, !names.contains(name) {
    return Diagnostic(
      ChartSVGCodes.remarkWithoutPoint, "no line is named `\(name)`", at: location,
      fix: suggestion(for: name, among: names))
  }
  let line = chart.series.first { annotation.series == nil || $0.name == annotation.series }
  let shown = (line?.whole ?? []).filter { $0.value.drawable != nil }.map(\.days)
  guard !shown.contains(where: { $0.contains(annotation.day) }) else { return nil }
  let nearest = shown.map(\.lowerBound).min { left, right in
    (left.distance(to: annotation.day), left) < (right.distance(to: annotation.day), right)
  }
  return Diagnostic(
    ChartSVGCodes.remarkWithoutPoint,
    "no period with a value holds \(annotation.day)", at: location,
    fix: nearest.map { "the nearest starts on \($0)" })
}

extension CalendarDay {
  fileprivate func distance(to other: CalendarDay) -> Int {
    abs(daysSinceEpoch - other.daysSinceEpoch)
  }
}

private func notANumber(_ series: ChartSeries, at location: SourceLocation?) -> Diagnostic? {
  let labels = series.points.compactMap { point -> String? in
    guard case .number(let value, _, _) = point.value, !value.isFinite else { return nil }
    return point.label
  }
  guard let first = labels.first else { return nil }
  let more = labels.count > 1 ? " and \(labels.count - 1) more" : ""
  return Diagnostic(
    ChartSVGCodes.notANumber, "`\(series.name)` has no number at \(first)\(more)",
    at: location, fix: "give it as missing, with the reason")
}

private func highlights(
  _ names: [String], among known: [String], at location: SourceLocation?
) -> [Diagnostic] {
  names.filter { !known.contains($0) }.map { name in
    Diagnostic(
      ChartSVGCodes.unknownHighlight, "nothing in the chart is named `\(name)`",
      at: location, fix: suggestion(for: name, among: known))
  }
}
