/// A moment in whole seconds of UTC since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var secondsSinceEpoch: Int64

  package init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// The start of a day in UTC.
  package init(_ day: CalendarDay) {
    secondsSinceEpoch = Int64(day.daysSinceEpoch) * 86_400
  }

  /// Reads RFC 3339: `2016-02-03T04:05:06Z`, `…06.789Z` (cut to seconds), `…06+02:00`; nil for
  /// anything else, a date without a zone included.
  package init?(_ text: some StringProtocol) {
    self.init(rfc3339: Array(text.utf8))
  }

  package init?(rfc3339 bytes: some RandomAccessCollection<UInt8>) {
    let bytes = Array(bytes)
    guard let clock = Timestamp.clock(bytes), let offset = Timestamp.zone(bytes[clock.end...])
    else { return nil }
    secondsSinceEpoch = clock.seconds - offset
  }

  /// Reads a date and time without a zone as UTC: `2011-10-11T19:42:20.713`.
  package init?(utcWithoutZone bytes: some RandomAccessCollection<UInt8>) {
    let bytes = Array(bytes)
    guard let clock = Timestamp.clock(bytes), clock.end == bytes.count else { return nil }
    secondsSinceEpoch = clock.seconds
  }

  /// The day it falls on in UTC.
  package var day: CalendarDay {
    CalendarDay(daysSinceEpoch: Int(floorDivide(secondsSinceEpoch, 86_400)))
  }

  /// `2016-02-03T04:05:06Z`
  package var description: String {
    let second = Int(secondsSinceEpoch - Int64(day.daysSinceEpoch) * 86_400)
    return "\(day)T" + padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":"
      + padded(second % 60, 2) + "Z"
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// Date and time up to and with the fraction; `end` is the offset of what follows.
  private static func clock(_ b: [UInt8]) -> (seconds: Int64, end: Int)? {
    guard b.count >= 19, let day = CalendarDay(String(decoding: b[0..<10], as: UTF8.self)),
      b[10] == UInt8(ascii: "T") || b[10] == UInt8(ascii: "t") || b[10] == UInt8(ascii: " "),
      b[13] == UInt8(ascii: ":"), b[16] == UInt8(ascii: ":"),
      let hour = digits(b[11..<13]), let minute = digits(b[14..<16]),
      let second = digits(b[17..<19]), hour < 24, minute < 60, second <= 60
    else { return nil }
    var end = 19
    if end < b.count, b[end] == UInt8(ascii: ".") {
      end += 1
      let start = end
      while end < b.count, b[end] >= UInt8(ascii: "0"), b[end] <= UInt8(ascii: "9") { end += 1 }
      guard end > start else { return nil }
    }
    // A leap second counts as the second before it, as POSIX clocks repeat it.
    let ofDay = Int64(hour * 3600 + minute * 60 + min(second, 59))
    return (Int64(day.daysSinceEpoch) * 86_400 + ofDay, end)
  }

  /// Seconds east of UTC of `Z`, `+02:00` or `-0330`.
  private static func zone(_ b: ArraySlice<UInt8>) -> Int64? {
    guard let first = b.first else { return nil }
    if b.count == 1, first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return 0 }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
    let rest = b.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard rest.count == 4, let hours = digits(rest[0..<2]), let minutes = digits(rest[2..<4]),
      hours < 24, minutes < 60
    else { return nil }
    return Int64(hours * 3600 + minutes * 60) * (first == UInt8(ascii: "-") ? -1 : 1)
  }
}

/// Integer division that rounds towards minus infinity: `floorDivide(-1, 86400)` → `-1`.
package func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let quotient = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}
