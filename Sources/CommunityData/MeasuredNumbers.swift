package import Basics

/// What a measured snapshot holds beside items: numbers that another engine worked out, as it wrote
/// them. Nothing in them is hidden yet.
package struct MeasuredNumbers: Sendable, Equatable {
  package var rows: [MeasuredRow] = []
  package var people: [PeopleCount] = []
  /// What the engine was told of the site: `inputs.json`.
  package var inputs = SourceText(file: "inputs.json", text: "")

  package init() {}
}

/// One line of `measurements.ndjson`: a row of the measurement table.
package struct MeasuredRow: Sendable, Equatable {
  package var metric: String
  package var period: String
  package var segment: String
  /// nil where there is no such number.
  package var value: Double?
  package var n: Int?
  package var low: Double?
  package var high: Double?

  package init(_ metric: String, period: String, segment: String) {
    self.metric = metric
    self.period = period
    self.segment = segment
  }
}

/// One line of `people.ndjson`: a count of different people that is in no row, or in none by the day,
/// and decides which rows may be shown together.
package struct PeopleCount: Sendable, Equatable {
  package var count: String
  /// A period, or a day as `2026-11-21`.
  package var period: String
  package var people: Int

  package init(_ count: String, _ period: String, _ people: Int) {
    self.count = count
    self.period = period
    self.people = people
  }
}
