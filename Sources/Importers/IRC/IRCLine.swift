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

  /// A day without its year.
  struct MonthDay: Sendable, Equatable {
    var month: Int
    var day: Int
  }

  /// Seconds of the day; nil on a line without a time.
  var clock: Int?
  /// Seconds east of UTC, on lines that tell it.
  var zone: Int?
  /// On lines that bear their date.
  var day: CalendarDay?
  var monthDay: MonthDay?
  var content: Content

  /// nil for a line that no known program wrote. The layouts:
  ///
  /// `[12:18] <ann> text`, `[12:18:33] * ann waves`, `12:18 <@ann> text` (irssi),
  /// `2004-11-15 12:18:33⇥ann⇥text` (WeeChat), `Nov 15 12:18:33 <ann>⇥text` (HexChat),
  /// `=== ann [host] has joined #club`, `12:18 -!- ann has quit`, `*** Joins: ann (host)`,
  /// `--- Day changed Tue Nov 16 2004`, `**** BEGIN LOGGING AT Mon Nov 15 12:18:33 2004`.
  init?(_ line: [UInt8]) {
    if let mark = IRCLogMark(line) {
      day = mark.day
      clock = mark.clock
      content = .told(nick: nil, what: .other)
      return
    }
    var reader = IRCLineReader(line)
    day = reader.takeDay()
    if day == nil { monthDay = reader.takeMonthDay() }
    let clock = reader.takeClock()
    self.clock = clock?.seconds
    zone = clock?.zone
    guard let content = reader.takeContent(isTimed: clock != nil) else { return nil }
    self.content = content
  }
}
