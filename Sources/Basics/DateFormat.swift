/// How a language writes days; spaces in it are non-breaking.
package struct DateFormat: Sendable, Hashable {
  /// January first.
  package var months: [String]
  /// As charts and dense tables write them: `Jan`.
  package var shortMonths: [String]
  /// `{day} {month} {year}`, with the whole name of the month.
  package var long: TextPattern
  /// `{day} {month} {year}`, with the short one.
  package var short: TextPattern
  /// `{month} {year}`, with either name.
  package var monthOfYear: TextPattern
  /// `{day} {month}`, with the short name.
  package var dayOfMonth: TextPattern
  /// `{day}–{last}`: the first day of two in one month, then the last as in `short`.
  package var rangeInMonth: TextPattern
  /// `{day} {month}–{last}`
  package var rangeInYear: TextPattern
  /// `{first}–{last}`
  package var range: TextPattern
}

extension TextFormats {
  /// `31 October 2026`
  package func longDate(_ day: CalendarDay) -> String {
    date(day, dates.long, dates.months)
  }

  /// `31 Oct 2026`
  package func shortDate(_ day: CalendarDay) -> String {
    date(day, dates.short, dates.shortMonths)
  }

  /// `31 Oct`
  package func dayOfMonth(_ day: CalendarDay) -> String {
    date(day, dates.dayOfMonth, dates.shortMonths)
  }

  /// `October 2026`; months count from 1.
  package func month(_ number: Int, of year: Int) -> String {
    dates.monthOfYear.filled(["month": dates.months[number - 1], "year": numbers.plain(year)])
  }

  /// `Oct 2026`
  package func shortMonth(_ number: Int, of year: Int) -> String {
    dates.monthOfYear.filled(["month": dates.shortMonths[number - 1], "year": numbers.plain(year)])
  }

  /// A period in as few words as tell it: `3–30 Mar 2025`, `3 Feb–30 Mar 2025`,
  /// `28 Dec 2025–4 Jan 2026`.
  package func dayRange(_ from: CalendarDay, _ to: CalendarDay) -> String {
    if from == to { return shortDate(from) }
    let (start, end) = (from.civil, to.civil)
    let pattern =
      start.year != end.year
      ? dates.range : start.month != end.month ? dates.rangeInYear : dates.rangeInMonth
    return pattern.filled([
      "first": shortDate(from), "last": shortDate(to), "day": numbers.plain(start.day),
      "month": dates.shortMonths[start.month - 1],
    ])
  }

  private func date(_ day: CalendarDay, _ pattern: TextPattern, _ months: [String]) -> String {
    let (year, month, date) = day.civil
    return pattern.filled([
      "day": numbers.plain(date), "month": months[month - 1], "year": numbers.plain(year),
    ])
  }
}
