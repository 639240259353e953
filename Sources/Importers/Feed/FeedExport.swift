internal import Basics
internal import CommunityData

/// Feeds of posts: RSS 0.9 to 2.0, Atom, JSON Feed.
enum FeedExport {
  static let format = ImportFormat(
    name: "feed",
    title: "Feeds (RSS, Atom, JSON Feed)",
    files: "Files with a feed each, in any character set.",
    measurable: SnapshotManifest.Measurable(urls: true),
    licences: [],
    example: """
      meadow import feed planet.atom comments.rss --community planet \
      --origin https://planet.example.org --date 2026-10-31
      """,
    recognition: "A document that begins as RSS, Atom, RDF or JSON Feed.",
    recognises: { isRecognised($0) },
    read: { run throws(ImportError) in try read(&run) })

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(isFeed, what: "feed", fix: "give `.rss`, `.atom`, `.xml` or `.json` files")
    let areSeveral = try areSeveral(run)
    var channels = ChannelChoice(run.request.channels)
    var hasReplies = false
    try run.input.forEachFile(where: isFeed, orGiven: true) { (name, stream) throws(ImportError) in
      switch try FeedDocument(stream) {
      case .other(let reason, let detail, let head):
        let record = SourceRecord(file: name, line: 1, column: 1, bytes: head)
        run.quarantine(RecordFault(record, reason, detail: detail))
      case .feed(let reading):
        let feed = Feed(reading.feed, file: name, isOneOfSeveral: areSeveral, run)
        channels.note(feed.channel)
        if let fault = reading.fault { warn(of: fault, in: name, &run) }
        for entry in reading.entries {
          if keep(entry, of: feed, channels, &run) { hasReplies = true }
        }
      }
    }
    try channels.check()
    run.correctMeasurable {
      $0.replies = hasReplies
      $0.threads = hasReplies
    }
    // What has left the list is not gone.
    run.tally.gap("a feed lists only its newest entries")
    run.writePlaces(channels)
  }

  /// Whether the export holds more than one feed; of standard input, which is read once, one is
  /// expected.
  private static func areSeveral(_ run: ImportRun) throws(ImportError) -> Bool {
    if run.input.isStream { return false }
    var sources: Set<String> = []
    try run.input.withoutMeter.forEachFile(where: isFeed, orGiven: true) {
      (name, stream) throws(ImportError) in
      if case .feed(let reading) = try FeedDocument(stream) {
        sources.insert(Feed.source(of: reading.feed, file: name))
      }
    }
    return sources.count > 1
  }

  /// Whether the entry tells what it answers.
  private static func keep(
    _ entry: FeedEntry, of feed: Feed, _ channels: ChannelChoice, _ run: inout ImportRun
  ) -> Bool {
    let record = SourceRecord(file: feed.file, line: entry.line, column: 1, bytes: [])
    guard channels.takes(feed.channel.id) else {
      run.withhold(ImportRun.inOtherChannel)
      return false
    }
    do throws(RecordFault) {
      let item = try FeedItem(entry, feed, record).item(&run)
      run.keep(item, from: record)
      return item.inReplyTo != nil
    } catch {
      run.quarantine(error)
      return false
    }
  }

  private static func warn(
    of fault: (text: String, line: Int), in file: String, _ run: inout ImportRun
  ) {
    run.tally.gap("\(Minimisation.minimised(label: file)) is not well-formed")
    run.tally.warn(
      Diagnostic(
        ImportersCodes.cutOff, "\(file) is not well-formed XML: \(fault.text)",
        at: SourceLocation(file: file, line: max(1, fault.line), column: 1), severity: .warning,
        fix: "entries behind this place may be missing: fetch the feed again"))
  }

  @Sendable private static func isFeed(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".rss", ".atom", ".xml", ".rdf", ".json"].contains(where: lower.hasSuffix)
  }

  private static func isRecognised(_ sample: FileSample) -> Bool {
    if sample.begins(with: "{") { return sample.holds("jsonfeed.org/version") }
    guard sample.begins(with: "<") else { return false }
    return sample.holds("<rss") || sample.holds("<rdf:rdf")
      || sample.holds("<feed") && (sample.holds("/atom") || sample.holds("<entry"))
  }
}
