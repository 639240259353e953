/// A line the size of a word, on its own scale, without axes.
package struct Sparkline: Sendable, Hashable {
  package enum Size: Sendable, Hashable {
    /// 200 × 44, under a key figure.
    case figure
    /// 112 × 28, in a table cell.
    case cell
  }

  /// What is measured, as the accessible name begins: `Conversations, 12 months to Oct 2026`.
  package var label: String
  package var unit: ChartUnit
  package var points: [ChartPoint]
  package var usualRange: UsualRange?
  package var size: Size

  package init(label: String, unit: ChartUnit, points: [ChartPoint], size: Size = .figure) {
    self.label = label
    self.unit = unit
    self.points = points
    self.size = size
  }
}
