internal import Basics

/// A line of a channel's log.
struct IRCLine: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    /// Words, or with `/me` an action.
    case said(nick: String, text: ArraySlice<UInt8>)
    /// What the network tells: who came, went, or took another name.
    case told(nick: String?, what: Event)
  }

  enum Event: String, Sendable {
    case joined = "joined the channel"
    case left = "left the channel"
    case renamed = "took another name"
    case other = "a notice of the network"
  }

  /// Seconds of the day; nil on a line without a time.
  var clock: Int?
  /// On lines that bear their date.
  var day: CalendarDay?
  var content: Content

  /// nil for a line that no known program wrote. The layouts:
  ///
  /// `[12:18] <ann> text`, `[12:18:33] * ann waves`, `12:18 <@ann> text` (irssi),
  /// `2004-11-15 12:18:33⇥ann⇥text` (WeeChat), `=== ann [host] has joined #club`,
  /// `12:18 -!- ann has quit`, `*** Joins: ann (host)`.
  init?(_ line: [UInt8]) {
    var reader = IRCLineReader(line)
    day = reader.takeDay()
    clock = reader.takeClock()
    guard let content = reader.takeContent(isTimed: clock != nil) else { return nil }
    self.content = content
  }
}

/// Takes the parts of a line one after the other.
private struct IRCLineReader {
  private static let signs: [StaticString] = ["===", "***", "-!-", "-->", "<--", "--", "*"]
  private static let longestNick = 64

  private let line: [UInt8]
  private var index = 0

  init(_ line: [UInt8]) {
    self.line = line
  }

  private mutating func skipBlanks() { index = line.end(from: index, while: isWhiteSpace) }

  private mutating func skip(_ byte: UInt8) { if line.at(index) == byte { index += 1 } }

  mutating func takeDay() -> CalendarDay? {
    let start = line.at(0) == UInt8(ascii: "[") ? 1 : 0
    guard line.count >= start + 11,
      let day = CalendarDay(String(decoding: line[start..<start + 10], as: UTF8.self))
    else { return nil }
    index = start + 10
    if line[index] == UInt8(ascii: "T") { index += 1 } else { skipBlanks() }
    return day
  }

  /// `[12:18]`, `12:18:33`, `(12:18)`; what follows the seconds up to the bracket is passed over.
  mutating func takeClock() -> Int? {
    let before = index
    if let open = line.at(index), open == 0x5B || open == 0x28 { index += 1 }
    guard let hour = takeNumber(), line.at(index) == 0x3A, hour < 24 else {
      index = before
      return nil
    }
    index += 1
    guard let minute = takeNumber(), minute < 60 else {
      index = before
      return nil
    }
    var second = 0
    if line.at(index) == 0x3A {
      index += 1
      second = min(59, takeNumber() ?? 0)
    }
    index = line.end(from: index) { !isWhiteSpace($0) && $0 != 0x5D && $0 != 0x29 }
    if let close = line.at(index), close == 0x5D || close == 0x29 { index += 1 }
    skipBlanks()
    return hour * 3_600 + minute * 60 + second
  }

  /// One or two digits.
  private mutating func takeNumber() -> Int? {
    let end = line.end(from: index, limit: 2, while: ByteClass.isDigit)
    guard end > index else { return nil }
    defer { index = end }
    return line[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func takeContent(isTimed: Bool) -> IRCLine.Content? {
    if isTimed, line.at(index) == UInt8(ascii: "<"), let nick = takeNick(before: UInt8(ascii: ">"))
    {
      skip(0x20)
      return .said(nick: nick, text: line[index...])
    }
    for sign in IRCLineReader.signs where line.has(sign, at: index) {
      let behind = index + sign.utf8CodeUnitCount
      guard behind == line.count || line.at(behind).map(isWhiteSpace) == true else { continue }
      index = behind
      skipBlanks()
      // An asterisk alone is an action, with a time before it.
      if sign.utf8CodeUnitCount == 1 { return isTimed ? takeAction() : nil }
      return .told(nick: event.nick, what: event.what)
    }
    return isTimed ? takeTabbed() : nil
  }

  /// The nick inside `<@ann>`, its sign of rank left out; nil when no `>` follows.
  private mutating func takeNick(before close: UInt8) -> String? {
    let end = line.end(from: index + 1, limit: IRCLineReader.longestNick + 3) { $0 != close }
    guard line.at(end) == close else { return nil }
    let nick = IRCLineReader.nick(line[(index + 1)..<end])
    guard !nick.isEmpty else { return nil }
    index = end + 1
    return nick
  }

  private mutating func takeAction() -> IRCLine.Content? {
    let end = line.end(from: index, limit: IRCLineReader.longestNick) { !isWhiteSpace($0) }
    let nick = IRCLineReader.nick(line[index..<end])
    guard !nick.isEmpty else { return nil }
    index = end
    skip(0x20)
    return .said(nick: nick, text: line[index...])
  }

  /// WeeChat: nick and text with tabs between; arrows in place of the nick tell who came and went.
  private mutating func takeTabbed() -> IRCLine.Content? {
    let end = line.end(from: index, limit: IRCLineReader.longestNick) { $0 != 0x09 }
    guard line.at(end) == 0x09 else { return nil }
    let name = line[index..<end]
    index = end + 1
    if name.allSatisfy({ "-<>!* ".utf8.contains($0) }) {
      return .told(nick: event.nick, what: event.what)
    }
    let nick = IRCLineReader.nick(name)
    return nick.isEmpty ? nil : .said(nick: nick, text: line[index...])
  }

  /// Whom a notice is about and what it tells.
  private var event: (nick: String?, what: IRCLine.Event) {
    let text = line[index...].prefix(400)
    let words = text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first else { return (nil, .other) }
    let all = words.map { $0.lowercased() }
    // `Joins: ann (host)`
    let leads: [String: IRCLine.Event] = ["joins:": .joined, "parts:": .left, "quits:": .left]
    if let what = leads[all[0]] { return (words.count > 1 ? words[1] : nil, what) }
    let what: IRCLine.Event =
      all.contains("joined")
      ? .joined
      : all.contains("left") || all.contains("quit")
        ? .left
        : all.contains("known") ? .renamed : .other
    return (what == .other ? nil : IRCLineReader.nick(Array(first.utf8)[...]), what)
  }

  /// Without the sign of rank before it, which clients show.
  private static func nick(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.drop { " @+%&~!".utf8.contains($0) }
    return String(decoding: name, as: UTF8.self)
  }
}
