internal import Basics

/// One drawing of a line chart: where everything stands at one width.
struct LineScene {
  let chart: LineChart
  let variant: Variant
  /// The area between the axes.
  let plot: Box
  let time: TimeScale
  let value: LinearScale
  let bands: [PlacedBand]
  let events: [PlacedEvent]
  /// Where each line's name stands at the right, cut to fit; empty for a single line.
  let names: [String]

  /// The lines with how they look and the stretches they are drawn in.
  let lines: [(series: ChartSeries, style: SeriesStyle, runs: [LineRun])]

  init(_ chart: LineChart, _ domain: LineDomain, _ variant: Variant) {
    self.chart = chart
    self.variant = variant
    let spacing = chart.usualSpacing
    lines = chart.series.enumerated().map {
      ($1, SeriesStyle(index: $0), runs(of: $1, usualSpacing: spacing))
    }
    let ticks = axisTicks(domain.values, unit: chart.unit)
    names = LineScene.names(of: chart, variant)
    let left = LineScene.leftMargin(ticks, chart)
    let right = variant.width - LineScene.rightMargin(names)
    time = TimeScale(
      first: domain.days.lowerBound, last: domain.days.upperBound, left: left, right: right,
      isYearly: chart.isYearly)
    bands = bandRows(chart.bands, on: time, variant: variant)
    events = eventRows(chart.events, on: time, variant: variant)
    let rows = bands.map { $0.row + 1 }.max()
    let top = rows.map { 10 + 22 * Double($0) } ?? 12
    plot = Box(left: left, top: top, right: right, bottom: top + variant.plotHeight)
    value = LinearScale(ticks: ticks, start: plot.bottom, end: top)
  }

  /// Of the whole drawing, in px.
  var height: Double {
    guard let last = events.last else { return plot.bottom + 28 }
    return plot.bottom + 30 + (2 * last.radius + 5) * Double(last.row + 1)
  }

  func place(_ stop: LineRun.Stop) -> Place {
    Place(x: time.position(of: stop.day), y: value.position(of: stop.value))
  }

  private static func leftMargin(_ ticks: [Double], _ chart: LineChart) -> Double {
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    let widths = ticks.map { tick in
      TextStyle.plain.width(of: chart.unit.tickText(tick, step: step, chart.wording))
    }
    return max(34, (widths.max() ?? 0) + 10).rounded(.up)
  }

  private static func rightMargin(_ names: [String]) -> Double {
    let widths = names.map { TextStyle.hue(.first).width(of: $0) }
    return widths.max().map { ($0 + 20).rounded(.up) } ?? 16
  }

  private static func names(of chart: LineChart, _ variant: Variant) -> [String] {
    guard chart.series.count > 1 else { return [] }
    return chart.series.map { fitted($0.name, to: variant.width * 0.3, .hue(.first)) }
  }
}
