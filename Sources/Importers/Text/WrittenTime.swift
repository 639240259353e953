package import Basics

/// Moments as people's programs write them, where an export does not keep to one form.
package enum WrittenTime {
  /// RFC 3339 with a zone or without one (UTC), RFC 5322 and its obsolete forms, `asctime`, a day
  /// alone, and seconds, milliseconds or microseconds since 1970. nil for anything else.
  ///
  /// `Fri, 22 May 2015 06:38:22 -0500` → `2015-05-22T11:38:22Z`
  package static func timestamp(_ text: some Collection<UInt8>) -> Timestamp? {
    let bytes = trimmed(text)
    guard let first = bytes.first else { return nil }
    if ByteClass.isDigit(first) {
      if let time = Timestamp(rfc3339: bytes) ?? Timestamp(utcWithoutZone: bytes) { return time }
      if let time = shortISO(bytes) ?? sinceEpoch(bytes) { return time }
    }
    return mail(bytes)
  }

  /// RFC 5322 and what mail programs made of it: names of days, comments, two-digit years, zones by
  /// name or missing (UTC), `asctime`.
  package static func mail(_ text: some Collection<UInt8>) -> Timestamp? {
    MailDate(text).timestamp
  }

  /// Seconds up to the year 5138, larger numbers as milliseconds, still larger ones as microseconds.
  static func sinceEpoch(_ bytes: [UInt8]) -> Timestamp? {
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    let fraction = bytes.dropFirst(whole.count + 1)
    guard (9...18).contains(whole.count), whole.allSatisfy(ByteClass.isDigit),
      fraction.allSatisfy(ByteClass.isDigit),
      let number = Int64(String(decoding: whole, as: UTF8.self))
    else { return nil }
    let unit: Int64 =
      number < 100_000_000_000 ? 1 : number < 100_000_000_000_000 ? 1_000 : 1_000_000
    return Timestamp(secondsSinceEpoch: number / unit)
  }

  /// `2015-05-22`, `2015-05-22 06:38`, `2015/05/22 06:38:22` and a zone behind them.
  private static func shortISO(_ bytes: [UInt8]) -> Timestamp? {
    var text = bytes
    for index in [4, 7] where text.at(index) == UInt8(ascii: "/") {
      text[index] = UInt8(ascii: "-")
    }
    if text.count == 10 {
      return CalendarDay(String(decoding: text, as: UTF8.self)).map { Timestamp($0) }
    }
    guard text.count >= 16, text[13] == UInt8(ascii: ":") else { return nil }
    if text.at(16) != UInt8(ascii: ":") { text.insert(contentsOf: ":00".utf8, at: 16) }
    // `2015-05-22 06:38:5` is cut off inside of its seconds.
    guard text.count >= 19 else { return nil }
    text[19...].removeAll { $0 == 0x20 }
    let rest = String(decoding: text[19...], as: UTF8.self)
    if rest == "UTC" || rest == "GMT" { text.removeLast(3) }
    return Timestamp(rfc3339: text) ?? Timestamp(utcWithoutZone: text)
  }

  private static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(text.drop(while: isWhiteSpace))
    while let last = bytes.last, isWhiteSpace(last) { bytes.removeLast() }
    return bytes
  }
}
