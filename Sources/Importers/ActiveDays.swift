internal import Basics

/// The days on which anything was written, for telling an export that ends early from one of a place
/// where little is said.
struct ActiveDays: Sendable {
  /// A bit a day since 1970; nobody wrote before.
  private var words: [UInt64] = []
  private var last = -1

  /// Called for each item, and most follow one of the same day.
  mutating func add(_ time: Timestamp) {
    let day = time.day.daysSinceEpoch
    guard day != last, (0..<ActiveDays.most).contains(day) else { return }
    last = day
    let word = day >> 6
    if word >= words.count {
      words += [UInt64](repeating: 0, count: word + 1 - words.count)
    }
    words[word] |= 1 << UInt64(day & 63)
  }

  /// Behind it a moment is no day of a record.
  private static let most = 1 << 17

  var newest: CalendarDay? { days.last.map { CalendarDay(daysSinceEpoch: $0) } }

  /// Days from one active day to the next, at most, within the year up to the newest; nil where
  /// there are not two.
  var longestSilence: Int? {
    let days = days
    guard let newest = days.last else { return nil }
    let year = days.filter { $0 >= newest - 365 }
    return zip(year, year.dropFirst()).map { $1 - $0 }.max()
  }

  private var days: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word << 6 + $0 }
    }
  }

  /// Whether nothing was written for longer before a day than a month, and than ever in the last year
  /// of the record.
  func endLong(before day: CalendarDay) -> Bool {
    guard let newest else { return false }
    return day.daysSinceEpoch - newest.daysSinceEpoch > max(31, longestSilence ?? 0)
  }
}
