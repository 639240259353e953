internal import Basics

/// A line by which a program tells when a log begins, goes on with another day, or ends:
/// `--- Log opened Mon Nov 15 00:00:00 2004`, `--- Day changed Tue Nov 16 2004`,
/// `**** BEGIN LOGGING AT Mon Nov 15 12:18:33 2004`.
struct IRCLogMark: Sendable, Equatable {
  private static let beginnings: [StaticString] = [
    "--- log opened ", "--- log closed ", "--- day changed ", "**** begin logging at ",
    "**** ending logging at ",
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// nil where it cannot be read.
  let day: CalendarDay?
  /// Seconds of the day; midnight where only a day is told.
  let clock: Int?

  init?(_ line: [UInt8]) {
    guard let beginning = IRCLogMark.beginnings.first(where: { line.has($0, at: 0) }) else {
      return nil
    }
    let words = line.dropFirst(beginning.utf8CodeUnitCount).split(whereSeparator: isWhiteSpace)
    let month = words.lazy.compactMap { IRCLogMark.month($0) }.first
    let numbers = words.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    day =
      month.flatMap { month in
        numbers.count == 2 ? CalendarDay(year: numbers[1], month: month, day: numbers[0]) : nil
      }
    let time = words.first { $0.contains(0x3A) }?.split(separator: 0x3A).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    clock = day == nil ? nil : IRCLogMark.seconds(time ?? [0, 0, 0])
  }

  private static func seconds(_ time: [Int]) -> Int? {
    guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    return time[0] * 3_600 + time[1] * 60 + min(59, time[2])
  }

  /// `Nov` → 11, in any case.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count == 3 else { return nil }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return months.firstIndex(of: name).map { $0 + 1 }
  }
}
