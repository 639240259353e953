internal import JSONText

/// A file of an export, read as a feed.
enum FeedDocument {
  case feed(FeedParser.Reading)
  /// Why it is none, and how it begins.
  case other(reason: String, detail: String?, head: [UInt8])

  /// A feed is read into memory: those that list every episode of a podcast have a few megabytes.
  private static let longest = 64 << 20

  init(_ stream: ByteStream) throws(ImportError) {
    var stream = stream
    var bytes: [UInt8] = []
    while bytes.count <= FeedDocument.longest, let chunk = try stream.next() { bytes += chunk }
    self =
      bytes.count > FeedDocument.longest
      ? FeedDocument.refused("a feed is longer than 64 MiB", bytes) : FeedDocument.read(bytes)
  }

  private static func refused(
    _ reason: String, _ bytes: [UInt8], detail: String? = nil
  ) -> FeedDocument {
    .other(reason: reason, detail: detail, head: Array(bytes.prefix(RecordFault.keptBytes)))
  }

  private static func read(_ bytes: [UInt8]) -> FeedDocument {
    let declared = FeedParser.declaredEncoding(bytes)
    let text = CharacterSet.decoded(bytes, declared: declared).text
    let isJSON = text.at(text.end(from: 0, while: isWhiteSpace)) == UInt8(ascii: "{")
    let reading: FeedParser.Reading
    do throws(JSONFault) {
      reading = isJSON ? try JSONFeedReader.read(text) : FeedParser.read(text)
    } catch {
      return refused("it is not JSON", bytes, detail: error.reason)
    }
    if reading.declaresEntities { return refused("it declares entities", bytes) }
    guard let root = reading.root, ["rss", "feed", "rdf:RDF"].contains(root) else {
      let found = reading.root.map { "its root element is `\($0)`" }
      let isList = reading.root == "opml"
      return refused(isList ? "it is a list of feeds" : "it is no feed", bytes, detail: found)
    }
    return .feed(reading)
  }
}
