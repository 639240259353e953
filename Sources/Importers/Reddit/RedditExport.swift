internal import Basics
internal import CommunityData

/// Reddit's submissions and comments, an object a line, in the layout of the public dumps.
enum RedditExport {
  static let format = ImportFormat(
    name: "reddit",
    title: "Reddit submissions and comments (NDJSON)",
    files: "Files with a JSON object a line, also compressed: `RS_2012-11.zst`, `comments.ndjson`.",
    measurable: SnapshotManifest.Measurable(
      replies: true, threads: true, urls: true, edits: true),
    licences: [],
    example: """
      meadow import reddit RS_2012-11.zst RC_2012-11.zst --community our-subreddit \
      --channel oursubreddit --origin https://www.reddit.com --date 2012-12-01
      """,
    recognition: "JSON with a `subreddit` and `created_utc`.",
    recognises: { $0.holds("\"subreddit\"") && $0.holds("\"created_utc\"") },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      isFile, what: "`.ndjson` file", fix: "give files with a submission or comment a line")
    var channels = ChannelChoice(run.request.channels)
    let scope = run.request.scope
    try JSONFiles(.lines, where: isFile).readRecords(&run) { line, run throws(RecordFault) in
      let thing = try RedditThing(line)
      if let reason = try thing.withheld(in: scope) { return run.withhold(reason) }
      channels.note(thing.channel)
      if !channels.takes(thing.channel.id) { return run.withhold(ImportRun.inOtherChannel) }
      run.keep(try thing.item(&run), from: line.record)
    }
    try channels.check()
    run.writePlaces(channels)
  }

  @Sendable private static func isFile(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl") || isDump(name)
  }

  /// `RC_2012-11`, the name that the dumps have.
  private static func isDump(_ name: String) -> Bool {
    guard let file = name.split(separator: "/").last else { return false }
    return file.hasPrefix("RC_2") || file.hasPrefix("RS_2")
  }
}
