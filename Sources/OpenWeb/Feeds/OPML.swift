package import Basics

/// A list of links others can import: OPML 2.0.
package struct OPML: Sendable, Hashable {
  package var title: String
  package var modified: Timestamp
  /// Who keeps the list.
  package var owner: String
  package var outlines: [Outline]

  package init(title: String, modified: Timestamp, owner: String, outlines: [Outline]) {
    self.title = title
    self.modified = modified
    self.owner = owner
    self.outlines = outlines
  }
}

/// One line of a list of links: a link, a feed, or a heading over others.
package struct Outline: Sendable, Hashable {
  package var text: String
  /// The place's own page, absolute.
  package var page: String?
  /// Its feed; makes the line a subscription (`type="rss"`).
  package var feed: String?
  package var description: String?
  package var children: [Outline]

  package init(
    text: String, page: String? = nil, feed: String? = nil, description: String? = nil,
    children: [Outline] = []
  ) {
    self.text = text
    self.page = page
    self.feed = feed
    self.description = description
    self.children = children
  }
}

/// A list of links as OPML 2.0, dates as RFC 822 asks.
package func writeOPML(_ list: OPML) -> [UInt8] {
  var xml = XMLText()
  xml.open("opml", [("version", "2.0")])
  xml.open("head")
  xml.element("title", text: list.title)
  xml.element("dateModified", text: rfc822(list.modified))
  xml.element("ownerName", text: list.owner)
  xml.close()
  xml.open("body")
  for outline in list.outlines { xml.write(outline) }
  xml.close()
  xml.close()
  return xml.bytes
}

extension XMLText {
  fileprivate mutating func write(_ outline: Outline) {
    let attributes = attributes(of: outline)
    if outline.children.isEmpty {
      empty("outline", attributes)
    } else {
      open("outline", attributes)
      for child in outline.children { write(child) }
      close()
    }
  }

  private func attributes(of outline: Outline) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = [("text", outline.text)]
    if let description = outline.description { attributes.append(("description", description)) }
    if let feed = outline.feed {
      attributes += [("type", "rss"), ("xmlUrl", feed)]
      if let page = outline.page { attributes.append(("htmlUrl", page)) }
    } else if let page = outline.page {
      attributes += [("type", "link"), ("url", page)]
    }
    return attributes
  }
}

/// `Sat, 21 Nov 2026 03:52:59 GMT`
private func rfc822(_ moment: Timestamp) -> String {
  let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let (year, month, day) = moment.day.civil
  let clock = moment.description.suffix(9).prefix(8)
  return "\(weekdays[moment.day.isoWeekday - 1]), \(padded(day, 2)) "
    + "\(monthNames[month - 1].prefix(3)) \(padded(year, 4)) \(clock) GMT"
}
