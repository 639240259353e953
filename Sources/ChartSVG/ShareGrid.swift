/// Shares in rows of groups: newcomers who came back by month, first replies by role.
package struct ShareGrid: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var name: String
    /// How many people or posts the shares are of; nil when it is withheld.
    package var size: Int?
    /// One a column; nil where the time has not come yet.
    package var values: [ChartValue?]

    package init(name: String, size: Int?, values: [ChartValue?]) {
      self.name = name
      self.size = size
      self.values = values
    }
  }

  package var heading: ChartHeading
  /// `First post`, `Asked by`
  package var nameHeader: String
  /// `People`, `n`
  package var sizeHeader: String
  package var columnNames: [String]
  package var rows: [Row]
  /// The site's threshold k, told in the words for a withheld cell.
  package var threshold: Int

  /// Rows are months of first post, columns `+1 mo` … `+6 mo`.
  package init(cohorts rows: [Row], months: Int, heading: ChartHeading, threshold: Int) {
    self.heading = heading
    self.nameHeader = "First post"
    self.sizeHeader = "People"
    self.columnNames = (1...max(1, months)).map { "+\($0) mo" }
    self.rows = rows
    self.threshold = threshold
  }

  /// Rows are roles that asked, columns roles that answered first.
  package init(roles: [String], askedBy rows: [Row], heading: ChartHeading, threshold: Int) {
    self.heading = heading
    self.nameHeader = "Asked by"
    self.sizeHeader = "n"
    self.columnNames = roles
    self.rows = rows
    self.threshold = threshold
  }
}
