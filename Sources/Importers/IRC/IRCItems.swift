internal import Basics
internal import CommunityData

/// Makes items of the lines of logs, one after the other.
struct IRCItems {
  private static let day = 86_400
  private static let linesBetweenForgetting = 2_000

  let nicks: IRCNicks
  private var conversations: [String: IRCReplies] = [:]
  private var threads: [String: String] = [:]
  private var clock = IRCClock()
  private var lines = 0

  init(nicks: IRCNicks) {
    self.nicks = nicks
  }

  mutating func take(
    _ line: IRCLine?, of piece: JSONPiece, in log: IRCLogName, _ channels: ChannelChoice,
    _ run: inout ImportRun
  ) {
    guard case .record(let record, _) = piece else {
      if case .fault(let fault) = piece { run.quarantine(fault) }
      return
    }
    guard let line else {
      return run.quarantine(RecordFault(record, "it is no line of a log"))
    }
    if let channel = log.channel, !channels.takes(channel) {
      return run.withhold(ImportRun.inOtherChannel)
    }
    guard let time = clock.time(of: line, in: log, file: record.file) else {
      return run.quarantine(RecordFault(record, "neither it nor its path tells its day"))
    }
    let id = id(log, time, record)
    let item =
      switch line.content {
      case .said(let nick, let text):
        said(Array(text), by: nick, (id, time, record.line), log, &run)
      case .told(let nick, let what): told(what, of: nick, (id, time), log, &run)
      }
    run.keep(item, from: record)
  }

  /// `#club/2004-11-15_03:17`: channel, day and the number of the line.
  private func id(_ log: IRCLogName, _ time: Timestamp, _ record: SourceRecord) -> String {
    let place = log.channel.map { "\($0)/" } ?? ""
    return "\(place)\(log.day ?? time.day)\(log.rest):\(record.line)"
  }

  private func told(
    _ what: IRCLine.Event, of nick: String?, _ place: (id: String, time: Timestamp),
    _ log: IRCLogName, _ run: inout ImportRun
  ) -> Item {
    // Hosts and reasons for leaving stand in these lines; what remains is what happened.
    let member = nick.map { run.memberID(of: $0.lowercased()) }
    var item = Item(
      id: place.id, type: .system, attributedTo: member, published: place.time)
    item.channel = log.channel
    item.content = what.rawValue
    item.mediaType = .plain
    item.derived = ["id"]
    return item
  }

  private mutating func said(
    _ text: [UInt8], by nick: String, _ place: (id: String, time: Timestamp, line: Int),
    _ log: IRCLogName, _ run: inout ImportRun
  ) -> Item {
    let author = nick.lowercased()
    var item = Item(
      id: place.id, type: .message, attributedTo: run.memberID(of: author), published: place.time)
    item.channel = log.channel
    item.derived = ["id"]
    let plain = IRCColours.removed(from: text)
    let places = nicks.places(in: plain)
    addBody(plain, places, author, to: &item, &run)
    let named = (places.first { $0.isAddress } ?? places.first)?.nick
    let message = IRCReplies.Message(
      id: place.id, time: Int(place.time.secondsSinceEpoch), line: place.line, author: author,
      named: named == author ? nil : named)
    let channel = log.channel ?? ""
    if let parent = conversations[channel, default: IRCReplies()].answered(by: message) {
      item.inReplyTo = parent.id
      item.derived.append("inReplyTo")
    }
    forgetNowAndThen(in: channel, message.time)
    return item
  }

  private mutating func forgetNowAndThen(in channel: String, _ time: Int) {
    lines += 1
    if lines % IRCItems.linesBetweenForgetting == 0 {
      conversations[channel]?.forget(before: time)
    }
  }

  private func addBody(
    _ text: [UInt8], _ places: [IRCNicks.Place], _ author: String, to item: inout Item,
    _ run: inout ImportRun
  ) {
    var redactions: [Redaction] = []
    for place in places {
      let member = run.memberID(of: place.nick)
      let hasSign = text.at(place.range.lowerBound - 1) == UInt8(ascii: "@")
      redactions.append(
        Redaction(range: place.range, replacement: hasSign ? member : "@" + member))
      if place.nick != author, !item.mentions.contains(member) { item.mentions.append(member) }
    }
    let result = Minimisation.minimised(text, .plain, besides: redactions) { _, _ in nil }
    if result.text.isEmpty { return }
    item.content = result.text
    item.mediaType = .plain
  }
}

/// The moment of each line, in order: a log may run past midnight, and notices bear no time.
private struct IRCClock {
  private var file = ""
  private var day: CalendarDay?
  private var last = 0

  mutating func time(of line: IRCLine, in log: IRCLogName, file: String) -> Timestamp? {
    if file != self.file {
      self.file = file
      day = log.day
      last = 0
    }
    if let own = line.day { day = own }
    guard let day else { return nil }
    if let clock = line.clock {
      // Twelve hours back is the next day, less a clock that was set.
      if line.day == nil, clock < last - 43_200 { self.day = day.adding(days: 1) }
      last = clock
    }
    let midnight = Timestamp(self.day ?? day).secondsSinceEpoch
    return Timestamp(secondsSinceEpoch: midnight + Int64(last))
  }
}

/// Bold, underlined and coloured words are marked by control characters.
private enum IRCColours {
  /// `\u{3}04,12red\u{3}` → `red`
  static func removed(from text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 < 0x20 }) else { return text }
    var plain: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x03 {
        index = text.end(from: index, limit: 2, while: ByteClass.isDigit)
        if text.at(index) == UInt8(ascii: ","), text.at(index + 1).map(ByteClass.isDigit) == true {
          index = text.end(from: index + 1, limit: 2, while: ByteClass.isDigit)
        }
      } else if byte >= 0x20 || byte == 0x09 {
        plain.append(byte)
      }
    }
    return plain
  }
}
