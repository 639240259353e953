internal import Basics

/// The parts of a date in a mail's header, gathered word by word in whatever order they come.
struct MailDate {
  private static let longest = 128
  /// How the months' names begin in English, and in the languages in which feeds write them as well:
  /// Portuguese, Spanish, French, Italian, German, Dutch.
  private static let months = [
    ["jan", "ene", "gen"], ["feb", "fev", "fév"], ["mar", "mär", "mrt", "maa"],
    ["apr", "abr", "avr"], ["may", "mai", "mag", "mei"], ["jun", "juin", "giu"],
    ["jul", "juil", "lug"], ["aug", "ago", "aoû"], ["sep", "set"], ["oct", "out", "okt", "ott"],
    ["nov"], ["dec", "dez", "dic", "déc"],
  ]
  /// Hours east of UTC: the zones of RFC 822, and those of Europe that mail programs wrote.
  private static let zones: [String: Int64] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
    "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "met": 1, "mez": 1, "bst": 1, "west": 1,
    "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "nzst": 12,
    "nzdt": 13,
  ]

  private var day: Int?
  private var month: Int?
  /// Whether the month stood behind the day, where no name of a weekday can stand.
  private var isMonthSure = false
  private var year: Int?
  /// Seconds of the day.
  private var clock: Int64?
  /// Seconds east of UTC.
  private var zone: Int64?

  init(_ text: some Collection<UInt8>) {
    for word in MailDate.words(of: text) { read(word) }
  }

  /// Blanks, commas, the dashes of `22-May-2015` and comments in brackets end a word.
  private static func words(of text: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
    var bytes = Array(text.prefix(longest))
    var depth = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth > 0 || byte == UInt8(ascii: ",") || isDash(bytes, index) { bytes[index] = 0x20 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    return bytes.split(whereSeparator: isWhiteSpace)
  }

  /// Whether a dash stands beside a month's name.
  private static func isDash(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "-") else { return false }
    let isLetter = { (place: Int) in bytes.at(place).map(ByteClass.isLetter) ?? false }
    return isLetter(index - 1) && bytes.at(index - 4).map { !ByteClass.isLetter($0) } ?? false
      || isLetter(index + 1)
  }

  private mutating func read(_ word: ArraySlice<UInt8>) {
    guard let first = word.first else { return }
    if word.contains(UInt8(ascii: ":")), ByteClass.isDigit(first) {
      if clock == nil { readClock(word) }
    } else if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      if clock != nil, zone == nil { zone = MailDate.offset(word) }
    } else if ByteClass.isDigit(first) {
      readNumber(word)
    } else if ByteClass.isLetter(first) {
      readName(String(decoding: word, as: UTF8.self).lowercased())
    }
  }

  private mutating func readNumber(_ word: ArraySlice<UInt8>) {
    guard word.count <= 4, let number = Int(String(decoding: word, as: UTF8.self)) else { return }
    if day == nil, word.count <= 2 {
      day = number
    } else if year == nil {
      year = MailDate.fullYear(number, digits: word.count)
    }
  }

  /// RFC 5322: two digits below 50 are of this century, other two and three count from 1900.
  private static func fullYear(_ number: Int, digits: Int) -> Int {
    switch digits {
    case 1, 2: number < 50 ? 2_000 + number : 1_900 + number
    case 3: 1_900 + number
    default: number
    }
  }

  private mutating func readName(_ name: String) {
    let found = MailDate.months.firstIndex { $0.contains(where: name.hasPrefix) }
    // `mar, 25 sep 2018`: Tuesday, not March.
    if let found, month == nil || day != nil && !isMonthSure && clock == nil {
      month = found + 1
      isMonthSure = day != nil
    } else if let clock, let isAfternoon = MailDate.isAfternoon(name) {
      self.clock = MailDate.clock(clock, isAfternoon: isAfternoon)
    } else if clock != nil, zone == nil {
      let letters = name.prefix { $0 != "+" && $0 != "-" }
      zone = MailDate.zones[String(letters)].map { $0 * 3_600 }
      // `GMT+0200`
      if zone == 0, letters.count < name.count {
        zone = MailDate.offset(ArraySlice(name.dropFirst(letters.count).utf8))
      }
    }
  }

  /// `06:38`, `06:38:22.5`, and behind them `pm`, a zone or an offset; none for a time with something
  /// else behind it.
  private mutating func readClock(_ word: ArraySlice<UInt8>) {
    let digits = word.prefix { ByteClass.isDigit($0) || $0 == UInt8(ascii: ":") }
    var rest = word[digits.endIndex...]
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: ByteClass.isDigit) }
    guard let time = MailDate.clock(digits) else { return }
    let sign = String(decoding: rest, as: UTF8.self).lowercased()
    if rest.isEmpty {
      clock = time
    } else if let isAfternoon = MailDate.isAfternoon(sign) {
      clock = MailDate.clock(time, isAfternoon: isAfternoon)
    } else if let offset = MailDate.zones[sign].map({ $0 * 3_600 }) ?? MailDate.offset(rest) {
      clock = time
      zone = offset
    }
  }

  private static func isAfternoon(_ sign: String) -> Bool? {
    switch sign {
    case "am", "a.m.": false
    case "pm", "p.m.": true
    default: nil
    }
  }

  /// A time of twelve hours as one of twenty-four; nil for one such as `18:38 am`.
  private static func clock(_ time: Int64, isAfternoon: Bool) -> Int64? {
    let noon: Int64 = 12 * 3_600
    // Some programs write `18:38 PM`.
    if time >= noon + 3_600 { return isAfternoon ? time : nil }
    return time % noon + (isAfternoon ? noon : 0)
  }

  private static func clock(_ word: ArraySlice<UInt8>) -> Int64? {
    let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
      Int64(String(decoding: $0, as: UTF8.self))
    }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3_600 + minute * 60 + min(second, 59)
  }

  /// `-0500`, `+5:30`, `+02`; nil for what is no offset of a place on earth.
  private static func offset(_ word: ArraySlice<UInt8>) -> Int64? {
    guard word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-") else { return nil }
    let digits = word.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(ByteClass.isDigit),
      let number = Int64(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let seconds =
      digits.count <= 2 ? number * 3_600 : number / 100 * 3_600 + number % 100 * 60
    guard seconds <= 15 * 3_600, digits.count <= 2 || number % 100 < 60 else { return nil }
    return word.first == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// nil when a part is missing, or there is no such day.
  var timestamp: Timestamp? {
    guard let day, let month, let year, let clock,
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    let midnight = Timestamp(date).secondsSinceEpoch
    return Timestamp(secondsSinceEpoch: midnight + clock - (zone ?? 0))
  }
}
