/// Whether several things move alike: one small line each, all on the same scale.
package struct SmallMultiples: Sendable, Hashable {
  package var heading: ChartHeading
  package var unit: ChartUnit
  package var panels: [ChartSeries]
  /// The names the figure's title speaks of; the others are drawn in grey.
  package var highlighted: [String]

  package init(
    heading: ChartHeading, unit: ChartUnit, panels: [ChartSeries], highlighted: [String]
  ) {
    self.heading = heading
    self.unit = unit
    self.panels = panels
    self.highlighted = highlighted
  }
}
