/// Shares with how sure we are: a dot, a bar for the likely range, both in figures.
package struct DotRange: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// `41 of 79 people`
    package var note: String?
    /// A share with its likely range.
    package var value: ChartValue

    package init(name: String, note: String?, value: ChartValue) {
      self.name = name
      self.note = note
      self.value = value
    }
  }

  package var heading: ChartHeading
  package var nameHeader: String
  package var valueHeader: String
  package var rows: [Row]

  package init(
    heading: ChartHeading, headers: (name: String, value: String), rows: [Row]
  ) {
    self.heading = heading
    self.nameHeader = headers.name
    self.valueHeader = headers.value
    self.rows = rows
  }
}
