package import Basics

/// The value of one period.
package struct ChartPoint: Sendable, Hashable {
  /// From the first day of the period to its last.
  package var days: ClosedRange<CalendarDay>
  /// The period in words: `Week of 3 Feb 2016`.
  package var label: String
  package var value: ChartValue
  /// Where the data do not reach the period's ends; such a one is listed but not drawn.
  package var cutOff: CutOff

  package init(
    days: ClosedRange<CalendarDay>, label: String, value: ChartValue, cutOff: CutOff = []
  ) {
    self.days = days
    self.label = label
    self.value = value
    self.cutOff = cutOff
  }

  /// Where it stands on the time axis: in the middle of its period, all of which its value is about.
  /// At the first day a year's total would stand before what happened in that year.
  package var x: CalendarDay {
    let (first, last) = (days.lowerBound, days.upperBound)
    return first.adding(days: (last.daysSinceEpoch - first.daysSinceEpoch) / 2)
  }

  /// Whether the data reach from the first day of the period to its last.
  package var isWhole: Bool { cutOff.isEmpty }
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
  var whole: [ChartPoint] { points.filter(\.isWhole) }
}

extension Wording {
  /// A period's name with what the data lack of it: `Q4 2024 (begins before the data)`.
  package func period(_ label: String, _ cutOff: CutOff) -> String {
    let words: [(CutOff, ChartWord)] = [(.start, .begunEarlier), (.end, .unfinished)]
    return words.filter { cutOff.contains($0.0) }.reduce(label) { name, word in
      self(word.1, ["period": .text(name)])
    }
  }
}
