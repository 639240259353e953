internal import Basics

/// What the path of a log tells: its day and its channel.
struct IRCLogName: Sendable, Equatable {
  /// nil when no date stands in the path.
  let day: CalendarDay?
  /// `#club`; nil when the path names none.
  let channel: String?
  /// What tells the logs of one channel and day apart: `_03` of `2004-11-15_03.raw.txt`.
  let rest: String
  /// What the path tells beside these, in lower case, mostly the network: `libera` of
  /// `libera/#club/2004-11-15.log`.
  let place: String

  /// `2004/11/15/#club.txt`, `#club/2004-11-15.log`, `club.20041115.log`, `2004-11-15_03.raw.txt`
  init(_ path: String) {
    var parts = path.split(separator: "/").map { String($0).replacing("%23", with: "#") }
    for ending in [".txt", ".log", ".weechatlog", ".raw"] {
      if let last = parts.last, last.lowercased().hasSuffix(ending) {
        parts[parts.count - 1] = String(last.dropLast(ending.count))
      }
    }
    let last = parts.last ?? ""
    let inName = IRCLogName.day(in: last)
    day = inName?.day ?? IRCLogName.day(inFolders: parts)
    rest = inName.map { String(last[$0.end...].prefix { $0 != "." && $0 != "#" }) } ?? ""
    channel = parts.reversed().lazy.compactMap { IRCLogName.channel(in: $0) }.first
    place = IRCLogName.place(in: parts)
  }

  /// The folders that are no date, and what stands before a channel or before the date of the name.
  private static func place(in parts: [String]) -> String {
    let isDate = { (word: Substring) in word.allSatisfy(\.isNumber) }
    let told = parts.enumerated().compactMap { index, part -> String? in
      let network = part.firstIndex(of: "#").map { part[..<$0] } ?? part[...]
      let words = network.split { "._- ".contains($0) }
      let isName = index == parts.count - 1
      let named = isName ? Array(words.prefix { !isDate($0) }) : words.filter { !isDate($0) }
      return named.isEmpty ? nil : named.joined(separator: ".").lowercased()
    }
    return told.joined(separator: "/")
  }

  /// A date in a name, and where it ends: `2004-11-15`, `20041115`, `2004_11_15`.
  private static func day(in name: String) -> (day: CalendarDay, end: String.Index)? {
    let bytes = Array(name.utf8)
    for start in bytes.indices where ByteClass.isDigit(bytes[start]) {
      if start > 0, ByteClass.isDigit(bytes[start - 1]) { continue }
      let end = bytes.end(from: start) { ByteClass.isDigit($0) || "-_.".utf8.contains($0) }
      for length in [10, 8] where start + length <= end {
        let text = bytes[start..<start + length].filter(ByteClass.isDigit)
        guard text.count == 8, bytes.at(start + length).map(ByteClass.isDigit) != true else {
          continue
        }
        let digits = String(decoding: text, as: UTF8.self)
        let iso = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        if let day = CalendarDay(iso) {
          return (day, name.utf8.index(name.startIndex, offsetBy: start + length))
        }
      }
    }
    return nil
  }

  /// `2004/11/15/…`
  private static func day(inFolders parts: [String]) -> CalendarDay? {
    let numbers = parts.map { $0.allSatisfy(\.isNumber) ? $0 : "" }
    for index in numbers.indices.dropLast(2) where numbers[index].count == 4 {
      let day = CalendarDay("\(numbers[index])-\(numbers[index + 1])-\(numbers[index + 2])")
      if let day { return day }
    }
    return nil
  }

  /// `#club` in a part such as `#club`, `libera.#club`, `#club.2004-11-15`.
  private static func channel(in part: String) -> String? {
    guard let sign = part.firstIndex(of: "#") else { return nil }
    let signs = part[sign...].prefix { $0 == "#" }
    let name = part[signs.endIndex...].prefix { !"._ ".contains($0) }
    return name.isEmpty ? nil : signs + name.lowercased()
  }
}
