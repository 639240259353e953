internal import Basics
internal import CommunityData

/// What DiscordChatExporter writes as JSON: a file a channel or thread, in it the guild, the channel
/// and a list of messages, with the names of those mentioned put into the texts.
enum DiscordExport {
  static let format = ImportFormat(
    name: "discord",
    title: "Discord channels (DiscordChatExporter JSON)",
    files: "A folder or archive with a `.json` file a channel or thread.",
    measurable: SnapshotManifest.Measurable(
      replies: true, reactions: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import discord exports --community guild-chat --origin https://discord.com \
      --date 2023-01-14
      """,
    recognition: "JSON with a `guild` and a `channel` at its beginning.",
    recognises: { $0.begins(with: "{") && $0.holds("\"guild\"") && $0.holds("\"channel\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static let files = JSONFiles(.documents(lists: ["messages"]), where: isFile)

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      isFile, passes: 2, what: "`.json` file",
      fix: "export channels with DiscordChatExporter as JSON")
    var channels = ChannelChoice(run.request.channels)
    let scope = run.request.scope
    var files = DiscordExport.files
    // The file of a talk is called by who spoke: neither what it lacks nor what is wrong is told.
    files.withheldHead = { head in
      if let channel = try? DiscordChannel(head) { return channel.withheld(in: scope) }
      // What has neither is no file of the exporter's.
      guard head.has("guild") || head.has("channel") else { return nil }
      return DiscordChannel.withheld(byDamaged: head.record.bytes, in: scope)
    }
    files.withheldDamage = { DiscordChannel.withheld(byDamaged: $0, in: scope) }
    var threads = DiscordThreads()
    var current: (channel: DiscordChannel, file: String)?
    try files.survey(run) { entry throws(RecordFault) in
      switch entry {
      case .head(let head):
        current = nil
        let channel = try DiscordChannel(head)
        if channel.withheld(in: scope) != nil { return }
        for place in channel.channels { channels.note(place) }
        current = (channel, head.file)
      case .record(let message, _):
        guard let current, current.file == message.file, current.channel.threadTitle != nil else {
          return
        }
        try threads.note(message, in: current.channel.id)
      case .frame: break
      }
    }
    try channels.check()
    var reading = DiscordReading(channels: channels, threads: threads)
    try files.read(&run) { entry, run throws(RecordFault) in try reading.take(entry, &run) }
    if run.writer.counts.withheld[DiscordChannel.unknown] != nil {
      run.tally.gap("some files do not say which channel they are of")
    }
    run.writePlaces(channels)
  }

  @Sendable private static func isFile(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".json")
  }
}

/// The reading of one file after the other: its channel first, its messages, its own count last.
private struct DiscordReading {
  let channels: ChannelChoice
  private let threads: DiscordThreads
  private var channel: DiscordChannel?
  /// The file whose head told the channel: that of another is not its messages'.
  private var file: String?
  private var messages = 0

  init(channels: ChannelChoice, threads: DiscordThreads) {
    self.channels = channels
    self.threads = threads
  }

  mutating func take(_ entry: JSONFiles.Entry, _ run: inout ImportRun) throws(RecordFault) {
    switch entry {
    case .head(let head):
      channel = nil
      messages = 0
      channel = try DiscordChannel(head)
      file = head.file
    case .record(let object, .named):
      messages += 1
      guard let channel, file == object.file else {
        throw object.fault("its file does not say which channel it is of")
      }
      if !channels.takes(channel.place.id) { return run.withhold(ImportRun.inOtherChannel) }
      let message = try DiscordMessage(object)
      run.keep(try message.item(in: channel, threads, &run), from: object.record)
    case .record(let object, _):
      throw object.fault("it is no channel that DiscordChatExporter has written")
    case .frame(let frame):
      guard let says = try frame.optionalNumber("messageCount") else { return }
      run.compareCount(of: frame.file, says: says, holds: messages, "messages")
    }
  }
}
