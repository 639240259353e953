extension TextFormats {
  /// English: what the terminal speaks, and templates that are rendered outside of a site.
  package static let english = TextFormats(
    numbers: NumberFormat(
      group: ",", decimal: ".", percent: TextPattern(ours: "{n}%"),
      partOfWhole: TextPattern(ours: "{part} of {whole}"),
      millions: TextPattern(ours: "{n}\u{A0}M"), kilobytes: TextPattern(ours: "{n}\u{A0}kB"),
      megabytes: TextPattern(ours: "{n}\u{A0}MB"), notANumber: "not a number"),
    dates: DateFormat(
      months: monthNames, shortMonths: monthNames.map { String($0.prefix(3)) },
      long: TextPattern(ours: "{day}\u{A0}{month}\u{A0}{year}"),
      short: TextPattern(ours: "{day}\u{A0}{month}\u{A0}{year}"),
      monthOfYear: TextPattern(ours: "{month}\u{A0}{year}"),
      dayOfMonth: TextPattern(ours: "{day}\u{A0}{month}"),
      rangeInMonth: TextPattern(ours: "{day}–{last}"),
      rangeInYear: TextPattern(ours: "{day}\u{A0}{month}–{last}"),
      range: TextPattern(ours: "{first}–{last}")),
    durations: DurationFormat(
      seconds: TextPattern(ours: "{n}\u{A0}s"), minutes: TextPattern(ours: "{n}\u{A0}min"),
      hours: TextPattern(ours: "{n}\u{A0}h"),
      hoursAndMinutes: TextPattern(ours: "{n}\u{A0}h\u{A0}{minutes}"),
      days: TextPattern(ours: "{n}\u{A0}d"),
      daysAndHours: TextPattern(ours: "{n}\u{A0}d\u{A0}{hours}\u{A0}h"),
      weeks: TextPattern(ours: "{n}\u{A0}wk"), years: TextPattern(ours: "{n}\u{A0}y"),
      yearsAndDays: TextPattern(ours: "{n}\u{A0}y\u{A0}{days}\u{A0}d")))
}
