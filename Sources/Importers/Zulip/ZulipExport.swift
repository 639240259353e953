internal import Basics
internal import CommunityData

/// The archives that zulip-archive keeps of a Zulip server's public channels: a folder a channel, a
/// file a topic, in it a list of messages with their HTML.
///
/// People have no ids in it, so that their names are their handles. Who answers whom is told only by
/// quoting, which Zulip writes as a link to the quoted message.
enum ZulipExport {
  static let format = ImportFormat(
    name: "zulip",
    title: "Zulip archive (zulip-archive JSON)",
    files: "A folder or archive with `<id>-<channel>/<topic>.json` files.",
    measurable: SnapshotManifest.Measurable(replies: true, threads: true, urls: true),
    licences: [],
    example: """
      meadow import zulip zulip_json --community julia-zulip \
      --origin https://julialang.zulipchat.com --date 2026-08-22
      """,
    recognition: "a folder `<id>-<channel>` with messages that have a `sender_full_name`.",
    recognises: { ZulipTopic(path: $0.name) != nil && $0.holds("\"sender_full_name\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      { ZulipTopic(path: $0) != nil }, what: "`<id>-<channel>/<topic>.json` file",
      fix: "give the folder `zulip_json` of the archive")
    var channels = ChannelChoice(run.request.channels)
    var firsts = FirstItems()
    let files = JSONFiles(.documents(lists: [])) { ZulipTopic(path: $0) != nil }
    try run.input.listFiles { path in
      if let topic = ZulipTopic(path: path) { channels.note(topic.channel) }
    }
    try channels.check()
    // Of the file at hand: a topic is known by the path of its file.
    var current: (file: String, topic: ZulipTopic?) = ("", nil)
    try files.readRecords(&run) { object, run throws(RecordFault) in
      let file = object.file
      if current.file != file { current = (file, ZulipTopic(path: file)) }
      guard let topic = current.topic else {
        throw RecordFault(object.record, "its file is not named after a channel and a topic")
      }
      if !channels.takes(topic.channel.id) { return run.withhold(ImportRun.inOtherChannel) }
      let message = try ZulipMessage(object)
      let first = firsts.id(of: object.file, orBegin: message.id)
      run.keep(message.item(in: topic, first: first, &run), from: object.record)
    }
    run.writePlaces(channels)
  }
}
