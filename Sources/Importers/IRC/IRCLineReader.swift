/// Takes the parts of a line one after the other.
struct IRCLineReader {
  private static let signs: [StaticString] = ["===", "***", "-!-", "-->", "<--", "--", "*"]
  private static let longestNick = 64

  let line: [UInt8]
  var index = 0

  init(_ line: [UInt8]) {
    self.line = line
  }

  mutating func skipBlanks() { index = line.end(from: index, while: isWhiteSpace) }

  /// The blank or tab behind a nick.
  private mutating func skipGap() {
    if line.at(index) == 0x20 || line.at(index) == 0x09 { index += 1 }
  }

  /// One or two digits.
  mutating func takeNumber() -> Int? {
    let end = line.end(from: index, limit: 2, while: ByteClass.isDigit)
    guard end > index else { return nil }
    defer { index = end }
    return line[index..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func takeContent(isTimed: Bool) -> IRCLine.Content? {
    if isTimed, line.at(index) == UInt8(ascii: "<"), let nick = takeNick(before: UInt8(ascii: ">"))
    {
      skipGap()
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
    // HexChat writes so who came and went as well.
    if tellsHost(behind: end) {
      let event = event
      return .told(nick: nick, what: event.what)
    }
    index = end
    skipGap()
    return .said(nick: nick, text: line[index...])
  }

  /// `ann (~ann@host) has joined`, `ann has quit (…)`, `ann is now known as anna`
  private func tellsHost(behind nick: Int) -> Bool {
    let start = line.end(from: nick, while: isWhiteSpace)
    if line.has("has quit (", at: start) || line.has("is now known as ", at: start) { return true }
    guard line.at(start) == UInt8(ascii: "(") else { return false }
    let close = line.end(from: start, limit: 400) { $0 != UInt8(ascii: ")") }
    return line[start..<close].contains(UInt8(ascii: "@")) && line.has(") has ", at: close)
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
