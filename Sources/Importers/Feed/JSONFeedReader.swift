internal import JSONText

/// A JSON Feed (versions 1 and 1.1), its fields under the names that RSS and Atom have for them.
enum JSONFeedReader {
  /// Fields of an item and of the feed, and what they are called here.
  private static let names = [
    ("id", "id"), ("url", "link"), ("external_url", "link"), ("title", "title"),
    ("content_html", "content:encoded"), ("content_text", "text"), ("summary", "summary"),
    ("date_published", "published"), ("date_modified", "updated"), ("language", "language"),
    ("home_page_url", "link"),
  ]

  static func read(_ text: [UInt8]) throws(JSONFault) -> FeedParser.Reading {
    let feed = try JSONValue(parsing: text)
    let isFeed = feed["version"]?.string?.contains("jsonfeed.org") == true
    let entries = (feed["items"]?.array ?? []).map(entry)
    return FeedParser.Reading(
      root: isFeed ? "feed" : nil, feed: entry(feed), entries: entries, fault: nil,
      declaresEntities: false)
  }

  private static func entry(_ value: JSONValue) -> FeedEntry {
    var entry = FeedEntry()
    for (field, name) in names {
      guard let text = text(value[field]), !text.isEmpty else { continue }
      entry.nodes.append(FeedNode(name: name, text: Array(text.utf8)))
    }
    for author in (value["authors"]?.array ?? []) + [value["author"]].compactMap({ $0 }) {
      var node = FeedNode(name: "author")
      node.parts["name"] = author["name"]?.string.map { Array($0.utf8) }
      node.parts["uri"] = author["url"]?.string.map { Array($0.utf8) }
      entry.nodes.append(node)
    }
    for tag in value["tags"]?.array ?? [] {
      guard let text = tag.string else { continue }
      entry.nodes.append(FeedNode(name: "category", text: Array(text.utf8)))
    }
    return entry
  }

  /// The specification asks readers to take an id for a text that is written as a number.
  private static func text(_ value: JSONValue?) -> String? {
    value?.string ?? value?.integer.map { String($0) }
  }
}
