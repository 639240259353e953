package import Basics

/// A period the organisation chose (a campaign), shown as a band behind the line.
package struct ChartBand: Sendable, Hashable {
  /// What stands above the band and in the key: `A`.
  package var letter: String
  package var name: String
  package var from: CalendarDay
  /// The last day of the campaign.
  package var to: CalendarDay
  /// An address as it stands in `href`, relative to the page.
  package var link: String?

  package init(
    letter: String, name: String, days: ClosedRange<CalendarDay>, link: String? = nil
  ) {
    self.letter = letter
    self.name = name
    self.from = days.lowerBound
    self.to = days.upperBound
    self.link = link
  }
}

/// A moment (a release, an incident), shown as a numbered disc under the axis.
package struct ChartEvent: Sendable, Hashable {
  package var number: Int
  package var name: String
  package var day: CalendarDay
  /// An address as it stands in `href`, relative to the page.
  package var link: String?

  package init(number: Int, name: String, day: CalendarDay, link: String? = nil) {
    self.number = number
    self.name = name
    self.day = day
    self.link = link
  }
}

/// A remark at one point of a line: `77, upgrading to 4.0`.
package struct ChartAnnotation: Sendable, Hashable {
  /// A day of the point's period.
  package var day: CalendarDay
  /// At most two lines, without a full stop.
  package var lines: [String]
  /// The name of the line it stands at; nil is the first.
  package var series: String?

  package init(on day: CalendarDay, lines: [String], series: String? = nil) {
    self.day = day
    self.lines = lines
    self.series = series
  }
}

/// The middle half of recent periods, drawn as a strip that answers "is this normal?".
package struct UsualRange: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
