internal import Basics
internal import CommunityData

/// Makes items of the lines of logs, one after the other.
struct IRCItems {
  private static let day = 86_400
  private static let linesBetweenForgetting = 2_000
  private static let inTalk = "in a log that names no channel"

  let nicks: IRCNicks
  let places: IRCPlaces
  /// What stands before the ids of a place, where several hold the same channel.
  private var signs: [String: String] = [:]
  private var conversations: [String: IRCReplies] = [:]
  private var clock = IRCClock()
  private var lines = 0

  init(nicks: IRCNicks, places: IRCPlaces) {
    self.nicks = nicks
    self.places = places
  }

  mutating func take(
    _ line: IRCLine?, of piece: JSONPiece, in log: IRCLogName, _ channels: ChannelChoice,
    _ run: inout ImportRun
  ) {
    // What is wrong with a talk is not told either, since its file tells who spoke.
    if places.isTalk(log) { return run.withhold(IRCItems.inTalk) }
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
    let sign = sign(of: log, run)
    let id = sign + id(log, time, record)
    let item =
      switch line.content {
      case .said(let nick, let text):
        said(Array(text), by: nick, (id, time, record.line), in: sign, log, &run)
      case .told(let nick, let what): told(what, of: nick, (id, time), log, &run)
      }
    run.keep(item, from: record)
  }

  /// Says what was taken where nothing told the time zone.
  func noteZones(_ run: inout ImportRun) {
    guard clock.hasTimesWithoutZone else { return }
    let whose = clock.hasTimesWithZone ? "some lines" : "the logs"
    run.tally.note("\(whose) tell no time zone: UTC was taken")
  }

  /// Logs of one channel in several places number their lines alike, and their people do not talk
  /// with each other.
  private mutating func sign(of log: IRCLogName, _ run: ImportRun) -> String {
    guard places.areSeveral(for: log) else { return "" }
    if let known = signs[log.place] { return known }
    let sign = run.madeID(ofPlace: log.place) + "/"
    signs[log.place] = sign
    return sign
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
    in sign: String, _ log: IRCLogName, _ run: inout ImportRun
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
    let channel = sign + (log.channel ?? "")
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
