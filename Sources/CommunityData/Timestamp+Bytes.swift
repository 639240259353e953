package import Basics

/// Moments as bytes, without a string in between: a snapshot holds millions.
extension Timestamp {
  /// `2016-02-03T04:05:06Z`
  var rfc3339: [UInt8] {
    let (year, month, day) = day.civil
    guard (0...9999).contains(year) else { return Array(description.utf8) }
    let second = Int(secondsSinceEpoch - Int64(self.day.daysSinceEpoch) * 86_400)
    return [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      let parts = [
        (year / 100, 0), (year % 100, UInt8(ascii: "-")), (month, UInt8(ascii: "-")),
        (day, UInt8(ascii: "T")), (second / 3600, UInt8(ascii: ":")),
        (second / 60 % 60, UInt8(ascii: ":")), (second % 60, UInt8(ascii: "Z")),
      ]
      count = 0
      for (number, mark) in parts {
        buffer[count] = UInt8(ascii: "0") + UInt8(number / 10)
        buffer[count + 1] = UInt8(ascii: "0") + UInt8(number % 10)
        count += 2
        if mark != 0 {
          buffer[count] = mark
          count += 1
        }
      }
    }
  }

  /// Reads RFC 3339; the form that Meadow itself writes takes the short way.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    if let seconds = Timestamp.canonical(bytes) {
      self.init(secondsSinceEpoch: seconds)
    } else {
      self.init(rfc3339: bytes)
    }
  }

  /// The seconds of `YYYY-MM-DDTHH:MM:SSZ`, nil for any other form.
  private static func canonical(_ b: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard b.count == 20, b[4] == UInt8(ascii: "-"), b[7] == UInt8(ascii: "-"),
      b[10] == UInt8(ascii: "T"), b[13] == UInt8(ascii: ":"), b[16] == UInt8(ascii: ":"),
      b[19] == UInt8(ascii: "Z"), let century = pair(b, 0), let year = pair(b, 2),
      let month = pair(b, 5), let date = pair(b, 8), let hour = pair(b, 11),
      let minute = pair(b, 14), let second = pair(b, 17), hour < 24, minute < 60, second < 60,
      let day = CalendarDay(year: century * 100 + year, month: month, day: date)
    else { return nil }
    return Int64(day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second)
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let high = Int(bytes[index]) - 48
    let low = Int(bytes[index + 1]) - 48
    return (0...9).contains(high) && (0...9).contains(low) ? high * 10 + low : nil
  }
}
