internal import Basics

/// What the axes of a line chart must cover.
struct LineDomain: Hashable {
  /// From the first day of the first period to the last day of the last.
  let days: ClosedRange<CalendarDay>
  let values: ClosedRange<Double>

  /// nil where there is no value to draw.
  init?(_ chart: LineChart) {
    let points = chart.series.flatMap(\.whole)
    guard points.contains(where: { $0.value.drawable != nil }) else { return nil }
    guard let first = points.map(\.days.lowerBound).min(),
      let last = points.map(\.days.upperBound).max()
    else { return nil }
    days = first...last
    values = LineDomain.values(of: chart, points)
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

  /// Whether each point is of a whole calendar year.
  var isYearly: Bool {
    series.flatMap(\.whole).allSatisfy { point in
      let (first, end) = (point.days.lowerBound.civil, point.days.upperBound.civil)
      return first.year == end.year && (first.month, first.day) == (1, 1)
        && (end.month, end.day) == (12, 31)
    }
  }
}

extension ChartSeries {
  /// The usual distance from one period to the next, in days.
  var usualSpacing: Int { median(spacings) }

  fileprivate var spacings: [Int] {
    zip(whole, whole.dropFirst()).map { $1.x.daysSinceEpoch - $0.x.daysSinceEpoch }
  }
}

private func median(_ spacings: [Int]) -> Int {
  spacings.isEmpty ? 1 : spacings.sorted()[spacings.count / 2]
}
