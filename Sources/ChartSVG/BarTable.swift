/// Which is larger: one bar a row, longest first, other and withheld rows last.
package struct BarTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// A second, smaller line under the name.
    package var note: String?
    package var value: ChartValue
    package var link: String?
    /// Whether this is the rest ("Other"), which stays at the end.
    package var isRest: Bool

    package init(
      name: String, value: ChartValue, note: String? = nil, link: String? = nil,
      isRest: Bool = false
    ) {
      self.name = name
      self.value = value
      self.note = note
      self.link = link
      self.isRest = isRest
    }
  }

  package var heading: ChartHeading
  package var unit: ChartUnit
  /// `Topic`
  package var nameHeader: String
  /// `Conversations`
  package var valueHeader: String
  package var rows: [Row]

  package init(
    heading: ChartHeading, unit: ChartUnit, headers: (name: String, value: String), rows: [Row]
  ) {
    self.heading = heading
    self.unit = unit
    self.nameHeader = headers.name
    self.valueHeader = headers.value
    self.rows = rows
  }
}
