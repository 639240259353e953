internal import Basics

extension Workspace {
  /// `2026-10-31` or `2026-10-31T10:00:00Z` as a day.
  mutating func day(
    _ filter: Filter, _ arguments: UnsafeBufferPointer<Value>
  ) throws(Fault) -> Value {
    let given = try printed(arguments[0])
    let written = writtenDay(given.bytes)
    guard let civil = written ?? Timestamp(rfc3339: given.bytes)?.day.civil,
      let day = CalendarDay(year: civil.year, month: civil.month, day: civil.day)
    else {
      throw Fault(
        "`\(filter.name)` cannot read `\(given.string.prefix(40))` as a day",
        fix: "a day is written as 2026-10-31")
    }
    guard filter == .date else {
      return text(filter == .shortdate ? formats.shortDate(day) : day.description)
    }
    let space = try printed(arguments[1])
    return try text { (work) throws(Fault) in
      work.days.write(civil, space: space, to: &work.output)
    }
  }
}

/// Reads the numbers of `2026-10-31`; whether there is such a day is asked elsewhere.
private func writtenDay(
  _ bytes: UnsafeBufferPointer<UInt8>
) -> (year: Int, month: Int, day: Int)? {
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
    return nil
  }
  var digits = (year: 0, month: 0, day: 0)
  for index in 0..<4 { digits.year = digits.year &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 5..<7 { digits.month = digits.month &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 8..<10 { digits.day = digits.day &* 10 &+ Int(bytes[index]) &- 48 }
  for index in 0..<10 where index != 4 && index != 7 && !isDigit(bytes[index]) { return nil }
  return digits
}
