/// English month names; other languages bring their own.
package let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// `31 October 2026`, with non-breaking spaces.
package func longDateText(_ day: CalendarDay) -> String {
  let (year, month, date) = day.civil
  return "\(date)\(noBreakSpace)\(monthNames[month - 1])\(noBreakSpace)\(year)"
}

/// `31 Oct 2026`, with non-breaking spaces, for charts and dense tables.
package func shortDateText(_ day: CalendarDay) -> String {
  let (year, month, date) = day.civil
  return "\(date)\(noBreakSpace)\(monthNames[month - 1].prefix(3))\(noBreakSpace)\(year)"
}
