internal import Basics

/// A stretch of a line without a gap.
struct LineRun: Hashable {
  struct Stop: Hashable {
    /// Where it stands on the time axis.
    var day: CalendarDay
    /// The period it is about.
    var days: ClosedRange<CalendarDay>
    var value: Double
    var interval: ClosedRange<Double>?
  }

  var stops: [Stop]
}

/// The stretches of a line: it breaks where a value is withheld, missing or not in the data at all.
func runs(of series: ChartSeries, usualSpacing: Int) -> [LineRun] {
  var runs: [LineRun] = []
  var current: [LineRun.Stop] = []
  for point in series.whole {
    let distance = current.last.map { point.x.daysSinceEpoch - $0.day.daysSinceEpoch } ?? 0
    let isBroken = point.value.drawable == nil || Double(distance) > 1.75 * Double(usualSpacing)
    if isBroken, !current.isEmpty {
      runs.append(LineRun(stops: current))
      current = []
    }
    if let value = point.value.drawable {
      current.append(
        LineRun.Stop(
          day: point.x, days: point.days, value: value, interval: point.value.interval))
    }
  }
  return current.isEmpty ? runs : runs + [LineRun(stops: current)]
}
