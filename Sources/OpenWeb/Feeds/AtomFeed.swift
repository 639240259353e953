internal import Basics

/// A feed as Atom 1.0 (RFC 4287).
package func writeAtomFeed(_ feed: Feed) -> [UInt8] {
  var xml = XMLText()
  xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language)])
  xml.element("title", text: feed.title)
  if let subtitle = feed.subtitle { xml.element("subtitle", text: subtitle) }
  xml.element("id", text: feed.address)
  xml.element("updated", text: feed.updated.description)
  xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", feed.address)])
  xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.homePage)])
  xml.write(author: feed.author)
  if let rights = feed.rights { xml.element("rights", text: rights) }
  for entry in feed.entries { xml.write(entry) }
  xml.close()
  return xml.bytes
}

extension XMLText {
  fileprivate mutating func write(_ entry: FeedEntry) {
    open("entry")
    element("title", text: entry.title)
    element("id", text: entry.address)
    empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.address)])
    element("published", text: entry.published.description)
    element("updated", text: entry.updated.description)
    for author in entry.authors { write(author: author) }
    for topic in entry.topics { empty("category", [("term", topic)]) }
    if let summary = entry.summary { element("summary", text: summary) }
    if let html = entry.html { element("content", [("type", "html")], text: html) }
    // RFC 4287 wants a summary where there is no content.
    if entry.summary == nil, entry.html == nil { element("summary", text: entry.title) }
    close()
  }

  fileprivate mutating func write(author: String) {
    open("author")
    element("name", text: author)
    close()
  }
}
