/// How something developed: one to four lines over time, with campaigns and events laid over.
package struct LineChart: Sendable, Hashable {
  package var heading: ChartHeading
  package var unit: ChartUnit
  package var series: [ChartSeries]
  package var bands: [ChartBand] = []
  package var events: [ChartEvent] = []
  /// The most important first; at most three are drawn, one on a small screen.
  package var annotations: [ChartAnnotation] = []
  package var usualRange: UsualRange?
  /// Where the value axis begins and ends; nil is 0–100 % for shares and from zero for the rest.
  package var axis: ClosedRange<Double>?
  package var width: ChartWidth = .full
  /// What to say where there is nothing to draw; nil says why in general words.
  package var empty: EmptyState?

  package init(heading: ChartHeading, unit: ChartUnit, series: [ChartSeries]) {
    self.heading = heading
    self.unit = unit
    self.series = series
  }
}

/// How much of the page a drawing takes.
package enum ChartWidth: Sendable, Hashable {
  /// The whole body, drawn at 340, 560 and 840 px.
  case full
  /// One of a pair, drawn at 346 and 404 px.
  case half
}

/// The dashed box that stands where a chart has nothing to draw.
package struct EmptyState: Sendable, Hashable {
  /// Which case it is: `Too few people to show: under 5`.
  package var headline: String
  /// What would change it.
  package var remedy: String

  package init(headline: String, remedy: String) {
    self.headline = headline
    self.remedy = remedy
  }
}
