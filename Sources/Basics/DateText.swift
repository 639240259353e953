/// English month names; other languages bring their own.
package let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// `31 October 2026` in English, with non-breaking spaces.
package func longDateText(_ day: CalendarDay) -> String { TextFormats.english.longDate(day) }

/// `31 Oct 2026` in English, with non-breaking spaces.
package func shortDateText(_ day: CalendarDay) -> String { TextFormats.english.shortDate(day) }
