internal import Basics

/// The keys under `formats:` of a language file.
enum FormatKeys {
  /// A pattern, and the gaps it must have or, where `isFree`, may have.
  struct Pattern {
    var group: String
    var key: String
    var path: WritableKeyPath<TextFormats, TextPattern>
    var gaps: [String]
    var isFree = false
    /// Whether its spaces may break a line.
    var breaks = false
  }

  static var patterns: [Pattern] { numbers + dates + durations }

  private static var numbers: [Pattern] {
    [
      Pattern(group: "numbers", key: "percent", path: \.numbers.percent, gaps: ["n"]),
      Pattern(
        group: "numbers", key: "part_of_whole", path: \.numbers.partOfWhole,
        gaps: ["part", "whole"], breaks: true),
      Pattern(group: "numbers", key: "millions", path: \.numbers.millions, gaps: ["n"]),
      Pattern(group: "numbers", key: "kilobytes", path: \.numbers.kilobytes, gaps: ["n"]),
      Pattern(group: "numbers", key: "megabytes", path: \.numbers.megabytes, gaps: ["n"]),
    ]
  }

  private static var dates: [Pattern] {
    let whole = ["day", "month", "year"]
    let ends = ["day", "first", "last", "month"]
    return [
      Pattern(group: "dates", key: "long", path: \.dates.long, gaps: whole),
      Pattern(group: "dates", key: "short", path: \.dates.short, gaps: whole),
      Pattern(
        group: "dates", key: "month_of_year", path: \.dates.monthOfYear, gaps: ["month", "year"]),
      Pattern(
        group: "dates", key: "day_of_month", path: \.dates.dayOfMonth, gaps: ["day", "month"]),
      Pattern(
        group: "dates", key: "range_in_month", path: \.dates.rangeInMonth, gaps: ends, isFree: true),
      Pattern(
        group: "dates", key: "range_in_year", path: \.dates.rangeInYear, gaps: ends, isFree: true),
      Pattern(group: "dates", key: "range", path: \.dates.range, gaps: ends, isFree: true),
    ]
  }

  private static var durations: [Pattern] {
    let plain: [(String, WritableKeyPath<TextFormats, TextPattern>)] = [
      ("seconds", \.durations.seconds), ("minutes", \.durations.minutes),
      ("hours", \.durations.hours), ("days", \.durations.days), ("weeks", \.durations.weeks),
      ("years", \.durations.years),
    ]
    return plain.map { Pattern(group: "durations", key: $0.0, path: $0.1, gaps: ["n"]) } + [
      Pattern(
        group: "durations", key: "hours_and_minutes", path: \.durations.hoursAndMinutes,
        gaps: ["minutes", "n"]),
      Pattern(
        group: "durations", key: "days_and_hours", path: \.durations.daysAndHours,
        gaps: ["hours", "n"]),
      Pattern(
        group: "durations", key: "years_and_days", path: \.durations.yearsAndDays,
        gaps: ["days", "n"]),
    ]
  }

  static var texts: [(group: String, key: String, path: WritableKeyPath<TextFormats, String>)] {
    [
      ("numbers", "group", \.numbers.group), ("numbers", "decimal", \.numbers.decimal),
      ("numbers", "not_a_number", \.numbers.notANumber),
    ]
  }

  /// Lists of twelve names, January first.
  static var months: [(group: String, key: String, path: WritableKeyPath<TextFormats, [String]>)] {
    [
      ("dates", "months", \.dates.months), ("dates", "short_months", \.dates.shortMonths),
    ]
  }

  /// The ten digits as one text; the only key that may be missing.
  static let digits = (group: "numbers", key: "digits")

  static var groups: [String] { ["numbers", "dates", "durations"] }

  static func keys(of group: String) -> [String] {
    patterns.filter { $0.group == group }.map(\.key)
      + texts.filter { $0.group == group }.map(\.key)
      + months.filter { $0.group == group }.map(\.key)
      + (digits.group == group ? [digits.key] : [])
  }
}
