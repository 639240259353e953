internal import Basics
internal import CommunityData

/// Logs of IRC channels, a file a day, as clients, bouncers and bots write them.
///
/// Read twice: a word is a nick only if somebody of that name is there.
enum IRCExport {
  static let format = ImportFormat(
    name: "irc",
    title: "IRC logs",
    files: "`.txt`, `.log` or `.weechatlog` files with a day in their path, also compressed.",
    measurable: SnapshotManifest.Measurable(replies: true),
    licences: [],
    example: """
      meadow import irc ~/logs/#club --community club --origin https://libera.chat/club \
      --date 2026-10-31
      """,
    recognition: "A log with a day in its path whose lines begin with `[12:18] <nick>`.",
    recognises: { isRecognised($0) },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    let copies = try IRCCopies(run.input)
    let isLog = { (name: String) in isLogName(name) && !copies.has(name) }
    try run.announce(
      isLog, passes: 2, what: "log",
      fix: "give `.txt` or `.log` files with a day in their path, or name the log itself")
    var nicks = IRCNicks()
    var places = IRCPlaces()
    var channels = ChannelChoice(run.request.channels)
    try forEachLine(run.input, isLog) { log, _, line in
      places.note(log)
      if let channel = log.channel { channels.note(Channel(id: channel, name: channel)) }
      switch line?.content {
      case .said(let nick, _): nicks.note(nick)
      case .told(let nick?, _): nicks.note(nick)
      default: break
      }
    }
    try channels.check()
    var writer = IRCItems(nicks: nicks, places: places)
    try forEachLine(run.input, isLog) { log, piece, line in
      writer.take(line, of: piece, in: log, channels, &run)
    }
    if copies.count > 0 {
      run.tally.note("\(copies.count) files are copies of other logs: not read")
    }
    writer.noteZones(&run)
    run.writePlaces(channels)
  }

  /// Gives each line to `body`; nil for one that no known program wrote.
  private static func forEachLine(
    _ input: ExportInput, _ isLog: (String) -> Bool,
    _ body: (IRCLogName, JSONPiece, IRCLine?) -> Void
  ) throws(ImportError) {
    try input.forEachFile(where: isLog, orGiven: true) { (name, stream) throws(ImportError) in
      let log = IRCLogName(name)
      var lines = JSONLineReader(stream, file: name)
      while let piece = try lines.next() {
        if case .record(let record, _) = piece {
          body(log, piece, IRCLine(CharacterSet.decoded(record.bytes).text))
        } else {
          body(log, piece, nil)
        }
      }
    }
  }

  private static func isLogName(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard [".txt", ".log", ".weechatlog"].contains(where: lower.hasSuffix) else { return false }
    let log = IRCLogName(name)
    // WeeChat writes a file a channel, each line with its day.
    return log.day != nil || lower.hasSuffix(".weechatlog") && log.channel != nil
  }

  private static func isRecognised(_ sample: FileSample) -> Bool {
    guard isLogName(sample.name), !sample.begins(with: "from ") else { return false }
    let lines = sample.head.split(separator: 0x0A).prefix(40).dropLast()
    let known = lines.count { line in
      if case .said? = IRCLine(Array(line))?.content { return true }
      return false
    }
    return known >= 1 && known * 3 >= lines.count
  }
}

/// Files beside a log that repeat it in another form, as corpora of logs have them:
/// `x.ascii.txt`, `x.tok.txt` and `x.annotation.txt` beside `x.raw.txt`.
private struct IRCCopies {
  private var raw: Set<String> = []
  private(set) var count = 0

  init(_ input: ExportInput) throws(ImportError) {
    var names: [String] = []
    try input.listFiles { names.append($0) }
    raw = Set(names.filter { $0.hasSuffix(".raw.txt") }.map { String($0.dropLast(8)) })
    for name in names where has(name) { count += 1 }
  }

  func has(_ name: String) -> Bool {
    [".ascii.txt", ".tok.txt", ".annotation.txt"].contains { ending in
      name.hasSuffix(ending) && raw.contains(String(name.dropLast(ending.count)))
    }
  }
}
