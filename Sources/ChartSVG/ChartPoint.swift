package import Basics

/// The value of one period.
package struct ChartPoint: Sendable, Hashable {
  /// The first day of the period.
  package var x: CalendarDay
  /// The period in words: `Week of 3 Feb 2016`.
  package var label: String
  package var value: ChartValue
  /// Whether the data reach the end of the period; an unfinished one is listed but not drawn.
  package var isFinished: Bool

  package init(x: CalendarDay, label: String, value: ChartValue, isFinished: Bool = true) {
    self.x = x
    self.label = label
    self.value = value
    self.isFinished = isFinished
  }
}

/// One line of a chart: points in the order of their days.
package struct ChartSeries: Sendable, Hashable {
  package var name: String
  package var points: [ChartPoint]

  package init(name: String, points: [ChartPoint]) {
    self.name = name
    self.points = points.sorted { ($0.x, $0.label) < ($1.x, $1.label) }
  }

  /// The points a line can be drawn through or must break at.
  var finished: [ChartPoint] { points.filter(\.isFinished) }
}
