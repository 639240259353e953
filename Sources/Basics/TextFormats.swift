/// How a language writes numbers, days and lengths of time.
package struct TextFormats: Sendable, Hashable {
  package var numbers: NumberFormat
  package var dates: DateFormat
  package var durations: DurationFormat

  package init(numbers: NumberFormat, dates: DateFormat, durations: DurationFormat) {
    self.numbers = numbers
    self.dates = dates
    self.durations = durations
  }
}

/// U+00A0: keeps a number and its unit on one line.
package let noBreakSpace = "\u{A0}"
