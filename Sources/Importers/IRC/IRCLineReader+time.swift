internal import Basics

/// The day and the time that a line begins with.
extension IRCLineReader {
  mutating func takeDay() -> CalendarDay? {
    let start = line.at(0) == UInt8(ascii: "[") ? 1 : 0
    guard line.count >= start + 11,
      let day = CalendarDay(String(decoding: line[start..<start + 10], as: UTF8.self))
    else { return nil }
    index = start + 10
    if line[index] == UInt8(ascii: "T") { index += 1 } else { skipBlanks() }
    return day
  }

  /// `Nov 15 ` before a time.
  mutating func takeMonthDay() -> IRCLine.MonthDay? {
    guard let month = IRCLogMark.month(line.prefix(3)), line.at(3) == 0x20 else { return nil }
    index = line.end(from: 3) { $0 == 0x20 }
    guard let day = takeNumber(), line.at(index) == 0x20 else {
      index = 0
      return nil
    }
    skipBlanks()
    return IRCLine.MonthDay(month: month, day: day)
  }

  /// `[12:18]`, `12:18:33.5`, `(12:18)`, `[06:18 pm]`, `12:18:33+05:00`; nil, and nothing taken,
  /// where something else stands behind the time.
  mutating func takeClock() -> (seconds: Int, zone: Int?)? {
    let before = index
    if let open = line.at(index), open == 0x5B || open == 0x28 { index += 1 }
    guard let clock = takeTime(), endsClock() else {
      index = before
      return nil
    }
    skipBlanks()
    return clock
  }

  private mutating func takeTime() -> (seconds: Int, zone: Int?)? {
    guard var hour = takeNumber(), line.at(index) == 0x3A, hour < 24 else { return nil }
    index += 1
    guard let minute = takeNumber(), minute < 60 else { return nil }
    var second = 0
    if line.at(index) == 0x3A {
      index += 1
      second = min(59, takeNumber() ?? 0)
    }
    if let sign = line.at(index), sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") {
      index = line.end(from: index + 1, while: ByteClass.isDigit)
    }
    if let isAfternoon = takeHalf() {
      guard hour <= 12 else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return (hour * 3_600 + minute * 60 + second, takeZone())
  }

  /// `am` or `pm` with a blank before or without; whether it is the latter.
  private mutating func takeHalf() -> Bool? {
    let start = line.at(index) == 0x20 ? index + 1 : index
    // Behind a blank and without a bracket it may be somebody's nick.
    let endsWord = line.at(start + 2).map { !ByteClass.isWord($0) } ?? true
    let isInside = start == index || line.at(start + 2) == 0x5D || line.at(start + 2) == 0x29
    guard endsWord, isInside else { return nil }
    let isAfternoon = line.has("pm", at: start)
    guard isAfternoon || line.has("am", at: start) else { return nil }
    index = start + 2
    return isAfternoon
  }

  /// `Z`, `+05:00`, `-0500`, `+05`; seconds east of UTC, none for what is no offset of a place on
  /// earth.
  private mutating func takeZone() -> Int? {
    let before = index
    guard let sign = line.at(index) else { return nil }
    index += 1
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = takeNumber(),
      hours <= 15
    else {
      index = before
      return nil
    }
    if line.at(index) == 0x3A { index += 1 }
    let seconds = hours * 3_600 + (takeNumber() ?? 0) * 60
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// Whether the time ends here; a bracket behind it is passed over.
  private mutating func endsClock() -> Bool {
    guard let next = line.at(index) else { return true }
    if next == 0x5D || next == 0x29 {
      index += 1
      return true
    }
    return isWhiteSpace(next)
  }
}
