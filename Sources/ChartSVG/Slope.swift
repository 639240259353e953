/// What changed its rank between two dates: at most six lines, at most two highlighted.
package struct Slope: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var name: String
    package var from: ChartValue
    package var to: ChartValue

    package init(name: String, from: ChartValue, to: ChartValue) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  package var heading: ChartHeading
  package var unit: ChartUnit
  /// `Oct 2025`
  package var fromLabel: String
  /// `Oct 2026`
  package var toLabel: String
  package var lines: [Line]
  package var highlighted: [String]

  package init(
    heading: ChartHeading, unit: ChartUnit, dates: (from: String, to: String), lines: [Line],
    highlighted: [String]
  ) {
    self.heading = heading
    self.unit = unit
    self.fromLabel = dates.from
    self.toLabel = dates.to
    self.lines = lines
    self.highlighted = highlighted
  }
}
