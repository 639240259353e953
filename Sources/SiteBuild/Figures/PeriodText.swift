internal import Basics
internal import Measures

/// Periods as readers see them.
extension Wording {
  /// In a sentence: `the second quarter of 2018`, `June 2018`, `the week of 4 Jun 2018`, `2018`.
  func inWords(_ period: Period) -> String {
    switch period.kind {
    case .week: week(period, .weekWords)
    case .month: formats.month(period.number, of: period.year)
    case .quarter: self(Wording.quarterWords[period.number - 1], year(of: period))
    case .year: numbers.plain(period.year)
    case .all: self(.wholeTimeWords)
    }
  }

  /// In a table: `Q2 2018`, `Jun 2018`, `Week of 4 Jun 2018`, `2018`.
  func inShort(_ period: Period) -> String {
    switch period.kind {
    case .week: week(period, .weekShort)
    case .month: formats.shortMonth(period.number, of: period.year)
    case .quarter:
      self(
        .quarterShort,
        [
          "number": .text(numbers.plain(period.number)),
          "year": .text(numbers.plain(period.year)),
        ]
      ).replacing(" ", with: noBreakSpace)
    case .year: numbers.plain(period.year)
    case .all: self(.wholeTimeShort)
    }
  }

  /// With its preposition: `in the second quarter of 2018`, `in June 2018`, `over the whole time`.
  func within(_ period: Period) -> String {
    switch period.kind {
    case .week: week(period, .inWeek)
    case .month:
      self(.inMonth, ["month": .text(formats.month(period.number, of: period.year))])
    case .quarter: self(Wording.inQuarter[period.number - 1], year(of: period))
    case .year: self(.inYear, year(of: period))
    case .all: self(.inWholeTime)
    }
  }

  /// `per month`; `over the whole time`.
  func each(_ kind: Period.Kind) -> String {
    switch kind {
    case .week: self(.perWeek)
    case .month: self(.perMonth)
    case .quarter: self(.perQuarter)
    case .year: self(.perYear)
    case .all: self(.perWholeTime)
    }
  }

  private func week(_ period: Period, _ word: SiteWord) -> String {
    period.firstDay.map { self(word, ["day": .text(formats.shortDate($0))]) }
      ?? period.description
  }

  private func year(of period: Period) -> [String: MessageValue] {
    ["year": .text(numbers.plain(period.year))]
  }

  private static let quarterWords: [SiteWord] = [
    .quarter1Words, .quarter2Words, .quarter3Words, .quarter4Words,
  ]
  private static let inQuarter: [SiteWord] = [.inQuarter1, .inQuarter2, .inQuarter3, .inQuarter4]
}
