internal import Basics
internal import Measures

extension Period {
  /// In a sentence: `the second quarter of 2018`, `June 2018`, `the week of 4 Jun 2018`, `2018`.
  var inWords: String {
    switch kind {
    case .week: firstDay.map { "the week of \(shortDateText($0))" } ?? description
    case .month: "\(monthNames[number - 1]) \(year)"
    case .quarter: "the \(Period.ordinals[number - 1]) quarter of \(year)"
    case .year: String(year)
    case .all: "the whole time"
    }
  }

  /// In a table: `Q2 2018`, `Jun 2018`, `Week of 4 Jun 2018`, `2018`.
  var inShort: String {
    switch kind {
    case .week: firstDay.map { "Week of \(shortDateText($0))" } ?? description
    case .month: "\(monthNames[number - 1].prefix(3))\(noBreakSpace)\(year)"
    case .quarter: "Q\(number)\(noBreakSpace)\(year)"
    case .year: String(year)
    case .all: "Whole time"
    }
  }

  private static let ordinals = ["first", "second", "third", "fourth"]
}

extension Period.Kind {
  /// `per month`; nothing for the whole time.
  var perText: String { self == .all ? "over the whole time" : "per \(name)" }
}
