internal import Basics
internal import CommunityData
internal import JSONText

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

  /// A feed is read into memory: those that list every episode of a podcast have a few megabytes.
  static let longestFeed = 64 << 20

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(isFeed, what: "feed", fix: "give `.rss`, `.atom`, `.xml` or `.json` files")
    var channels = ChannelChoice(run.request.channels)
    var hasReplies = false
    try run.input.forEachFile(where: isFeed, orGiven: true) { (name, stream) throws(ImportError) in
      guard let bytes = try whole(stream, file: name, &run) else { return }
      guard let reading = parse(bytes, file: name, &run) else { return }
      let feed = Feed(reading.feed, file: name)
      channels.note(feed.channel)
      if let fault = reading.fault { warn(of: fault, in: name, &run) }
      for entry in reading.entries {
        if keep(entry, of: feed, channels, &run) { hasReplies = true }
      }
    }
    try channels.check()
    run.correctMeasurable {
      $0.replies = hasReplies
      $0.threads = hasReplies
    }
    run.writePlaces(channels)
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

  /// The file's bytes; nil, and a fault, when they are too many.
  private static func whole(
    _ stream: ByteStream, file: String, _ run: inout ImportRun
  ) throws(ImportError) -> [UInt8]? {
    var stream = stream
    var bytes: [UInt8] = []
    while let chunk = try stream.next() {
      bytes += chunk
      if bytes.count > longestFeed {
        refuse(file, bytes, "a feed is longer than 64 MiB", &run)
        return nil
      }
    }
    return bytes
  }

  private static func refuse(
    _ file: String, _ bytes: [UInt8], _ reason: String, detail: String? = nil,
    _ run: inout ImportRun
  ) {
    let kept = Array(bytes.prefix(RecordFault.keptBytes))
    let record = SourceRecord(file: file, line: 1, column: 1, bytes: kept)
    run.quarantine(RecordFault(record, reason, detail: detail))
  }

  /// nil, and a fault, when the file is no feed.
  private static func parse(
    _ bytes: [UInt8], file: String, _ run: inout ImportRun
  ) -> FeedParser.Reading? {
    let declared = FeedParser.declaredEncoding(bytes)
    let text = CharacterSet.decoded(bytes, declared: declared).text
    let isJSON = text.at(text.end(from: 0, while: isWhiteSpace)) == UInt8(ascii: "{")
    let reading: FeedParser.Reading
    do throws(JSONFault) {
      reading = isJSON ? try JSONFeedReader.read(text) : FeedParser.read(text)
    } catch {
      refuse(file, bytes, "it is not JSON", detail: error.reason, &run)
      return nil
    }
    if reading.declaresEntities {
      refuse(file, bytes, "it declares entities", &run)
      return nil
    }
    guard let root = reading.root, ["rss", "feed", "rdf:RDF"].contains(root) else {
      let found = reading.root.map { "its root element is `\($0)`" }
      let isList = reading.root == "opml"
      refuse(file, bytes, isList ? "it is a list of feeds" : "it is no feed", detail: found, &run)
      return nil
    }
    return reading
  }

  private static func warn(
    of fault: (text: String, line: Int), in file: String, _ run: inout ImportRun
  ) {
    run.tally.gap("\(file) is not well-formed")
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
