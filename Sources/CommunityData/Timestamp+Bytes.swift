package import Basics

/// Moments as bytes, without a string in between: a snapshot holds millions.
extension Timestamp {
  /// Appends `2016-02-03T04:05:06Z`.
  func append(to output: inout [UInt8]) {
    let (year, month, day) = day.civil
    guard (0...9999).contains(year) else { return output.append(contentsOf: description.utf8) }
    let second = Int(secondsSinceEpoch - Int64(self.day.daysSinceEpoch) * 86_400)
    let start = output.count
    output.append(contentsOf: Timestamp.form)
    output.withUnsafeMutableBufferPointer { output in
      func set(_ place: Int, _ number: Int) {
        output[start + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        output[start + place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
      }
      set(0, year / 100)
      set(2, year % 100)
      set(5, month)
      set(8, day)
      set(11, second / 3600)
      set(14, second / 60 % 60)
      set(17, second % 60)
    }
  }

  private static let form = Array("0000-00-00T00:00:00Z".utf8)

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
