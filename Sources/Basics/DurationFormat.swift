/// How a language writes lengths of time; spaces in it are non-breaking.
package struct DurationFormat: Sendable, Hashable {
  /// `{n} s`
  package var seconds: TextPattern
  /// `{n} min`
  package var minutes: TextPattern
  /// `{n} h`
  package var hours: TextPattern
  /// `{n} h {minutes}`, the minutes in two digits.
  package var hoursAndMinutes: TextPattern
  /// `{n} d`
  package var days: TextPattern
  /// `{n} d {hours} h`
  package var daysAndHours: TextPattern
  /// `{n} wk`
  package var weeks: TextPattern
  /// `{n} y`
  package var years: TextPattern
  /// `{n} y {days} d`
  package var yearsAndDays: TextPattern
}

extension TextFormats {
  /// A length of time in its two largest units, never decimals of an hour.
  ///
  /// 40 → `40 s`, 3,300 → `55 min`, 11,100 → `3 h 05`, 187,200 → `2 d 4 h`, 63,072,000 → `2 y`.
  /// Seconds are rounded down to what is shown.
  package func duration(seconds: Int) -> String {
    let sign = seconds < 0 ? "\u{2212}" : ""
    return sign + length(Int(min(seconds.magnitude, UInt(Int.max))))
  }

  /// So many of one unit: `14 d`.
  package func duration(_ count: Int, _ unit: KeyPath<DurationFormat, TextPattern>) -> String {
    durations[keyPath: unit].filled(["n": numbers.text(count)])
  }

  private func length(_ s: Int) -> String {
    let day = 86_400
    let year = 365 * day
    switch s {
    case ..<60: return duration(s, \.seconds)
    case ..<3600: return duration(s / 60, \.minutes)
    case ..<day:
      return durations.hoursAndMinutes.filled([
        "n": numbers.text(s / 3600), "minutes": numbers.localized(padded(s / 60 % 60, 2)),
      ])
    case ..<(60 * day):
      let hours = s % day / 3600
      if hours == 0 { return duration(s / day, \.days) }
      return durations.daysAndHours.filled([
        "n": numbers.text(s / day), "hours": numbers.text(hours),
      ])
    case ..<(2 * year): return duration(s / day, \.days)
    default:
      let days = s % year / day
      if days == 0 { return duration(s / year, \.years) }
      return durations.yearsAndDays.filled([
        "n": numbers.text(s / year), "days": numbers.text(days),
      ])
    }
  }
}
