internal import Basics

/// What the axes of a line chart must cover.
struct LineDomain: Hashable {
  let days: ClosedRange<CalendarDay>
  let values: ClosedRange<Double>

  /// nil where there is no value to draw.
  init?(_ chart: LineChart) {
    let points = chart.series.flatMap(\.finished)
    guard points.contains(where: { $0.value.drawable != nil }) else { return nil }
    guard let days = LineDomain.days(of: chart, points) else { return nil }
    self.days = days
    values = LineDomain.values(of: chart, points)
  }

  /// From the first period to the last; where a mark lies within the last period, up to that mark.
  private static func days(of chart: LineChart, _ points: [ChartPoint]) -> ClosedRange<CalendarDay>?
  {
    let starts = points.map(\.x)
    guard let first = starts.min(), let last = starts.max() else { return nil }
    let within = last...last.adding(days: max(1, chart.usualSpacing) - 1)
    let marks = chart.events.map(\.day) + chart.bands.map { min($0.to, within.upperBound) }
    let end = marks.filter { $0 > last && within.contains($0) }.max()
    return first...(end ?? last)
  }

  private static func values(of chart: LineChart, _ points: [ChartPoint]) -> ClosedRange<Double> {
    var all = points.compactMap(\.value.drawable)
    all += points.compactMap(\.value.interval).flatMap { [$0.lowerBound, $0.upperBound] }
    if let usual = chart.usualRange { all += [usual.low, usual.high] }
    let start = chart.axis ?? (chart.unit == .share ? 0...1 : 0...0)
    return all.filter(\.isFinite).reduce(start) {
      min($0.lowerBound, $1)...max($0.upperBound, $1)
    }
  }
}

extension LineChart {
  /// The usual distance from one period to the next, in days: the median over all lines.
  var usualSpacing: Int { median(series.flatMap(\.spacings)) }
}

extension ChartSeries {
  /// The usual distance from one period to the next, in days.
  var usualSpacing: Int { median(spacings) }

  fileprivate var spacings: [Int] {
    zip(finished, finished.dropFirst()).map { $1.x.daysSinceEpoch - $0.x.daysSinceEpoch }
  }
}

private func median(_ spacings: [Int]) -> Int {
  spacings.isEmpty ? 1 : spacings.sorted()[spacings.count / 2]
}
