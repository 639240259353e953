package import Basics

/// A fixed stretch of the calendar: an ISO week, month, quarter, year, or the whole window.
///
/// Written `2016-W05`, `2016-01`, `2016-Q1`, `2016` and `all`.
package struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// From short to long.
  package enum Kind: Int, Sendable, CaseIterable, Comparable {
    case week, month, quarter, year, all

    /// `week`, `month`, …
    package var name: String { "\(self)" }

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  package let kind: Kind
  /// Of a week, the year its Thursday falls in; 0 for `all`.
  package let year: Int
  /// The week, month or quarter of the year, from 1; 0 for a year and for `all`.
  package let number: Int

  package static let all = Period(kind: .all, year: 0, number: 0)

  init(kind: Kind, year: Int, number: Int) {
    self.kind = kind
    self.year = year
    self.number = number
  }

  /// The period of a kind that a day falls in.
  package init(_ kind: Kind, containing day: CalendarDay) {
    let (year, month, _) = day.civil
    switch kind {
    case .week:
      let thursday = day.adding(days: 4 - day.isoWeekday)
      let weekYear = thursday.civil.year
      let january = CalendarDay(year: weekYear, month: 1, day: 1) ?? thursday
      let ordinal = thursday.daysSinceEpoch - january.daysSinceEpoch
      self.init(kind: kind, year: weekYear, number: ordinal / 7 + 1)
    case .month: self.init(kind: kind, year: year, number: month)
    case .quarter: self.init(kind: kind, year: year, number: (month + 2) / 3)
    case .year: self.init(kind: kind, year: year, number: 0)
    case .all: self = .all
    }
  }

  /// Reads `2016-W05`, `2016-01`, `2016-Q1`, `2016` or `all`; nil for anything else, a week 53 in a
  /// year of 52 included.
  package init?(_ text: some StringProtocol) {
    if text == "all" {
      self = .all
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let year = wholeNumber(parts[0], digits: 4) else { return nil }
    if parts.count == 1 {
      self.init(kind: .year, year: year, number: 0)
      return
    }
    guard let (kind, number) = Period.cut(parts[1]) else { return nil }
    self.init(kind: kind, year: year, number: number)
    guard let firstDay, Period(kind, containing: firstDay) == self else { return nil }
  }

  private static func cut(_ text: some StringProtocol) -> (Kind, Int)? {
    switch text.first {
    case "W": wholeNumber(text.dropFirst(), digits: 2).map { (.week, $0) }
    case "Q": wholeNumber(text.dropFirst(), digits: 1).map { (.quarter, $0) }
    default: wholeNumber(text, digits: 2).map { (.month, $0) }
    }
  }

  /// nil for `all`, which the window bounds and not the calendar.
  package var firstDay: CalendarDay? {
    switch kind {
    case .week:
      // 4 January is always in week 1.
      CalendarDay(year: year, month: 1, day: 4).map { fourth in
        fourth.adding(days: 1 - fourth.isoWeekday + (number - 1) * 7)
      }
    case .month: CalendarDay(year: year, month: number, day: 1)
    case .quarter: CalendarDay(year: year, month: number * 3 - 2, day: 1)
    case .year: CalendarDay(year: year, month: 1, day: 1)
    case .all: nil
    }
  }

  /// The day after its last; nil for `all`.
  package var endDay: CalendarDay? {
    guard let firstDay else { return nil }
    let longest = [7, 31, 92, 366, 0][kind.rawValue]
    let shortest = [7, 28, 90, 365, 0][kind.rawValue]
    return (shortest...longest).lazy.map { firstDay.adding(days: $0) }
      .first { Period(kind, containing: $0) != self }
  }

  /// From its first day to its last; nil for `all`.
  package var days: ClosedRange<CalendarDay>? {
    guard let firstDay, let endDay else { return nil }
    return firstDay...endDay.adding(days: -1)
  }

  package var description: String {
    switch kind {
    case .week: padded(year, 4) + "-W" + padded(number, 2)
    case .month: padded(year, 4) + "-" + padded(number, 2)
    case .quarter: padded(year, 4) + "-Q\(number)"
    case .year: padded(year, 4)
    case .all: "all"
    }
  }

  /// In the order of their texts: `2016`, `2016-01`, `2016-Q1`, `2016-W01`, `2017`, `all`.
  package static func < (left: Period, right: Period) -> Bool {
    left.orderInTable < right.orderInTable
  }

  private var orderInTable: Int {
    let textOrder = [3, 1, 2, 0, 0][kind.rawValue]
    return kind == .all ? .max : (year * 4 + textOrder) * 100 + number
  }
}

private func wholeNumber(_ text: some StringProtocol, digits: Int) -> Int? {
  let bytes = text.utf8
  guard bytes.count == digits, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}
