internal import Basics

/// A period in as few words as tell it: `3–30 Mar 2025`, `3 Feb–30 Mar 2025`,
/// `28 Dec 2025–4 Jan 2026`; the spaces are non-breaking.
func dayRangeText(_ from: CalendarDay, _ to: CalendarDay) -> String {
  if from == to { return shortDateText(from) }
  let (start, end) = (from.civil, to.civil)
  let month = monthNames[start.month - 1].prefix(3)
  if start.year != end.year { return "\(shortDateText(from))–\(shortDateText(to))" }
  if start.month != end.month {
    return "\(start.day)\(noBreakSpace)\(month)–\(shortDateText(to))"
  }
  return "\(start.day)–\(shortDateText(to))"
}
