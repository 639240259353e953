internal import Basics
internal import JSONText

/// A feed as JSON Feed 1.1.
package func writeJSONFeed(_ feed: Feed) -> [UInt8] {
  var json = JSONWriter(style: .pretty)
  json.object { json in
    json.field("version", "https://jsonfeed.org/version/1.1")
    json.field("title", feed.title)
    json.field("home_page_url", feed.homePage)
    json.field("feed_url", feed.jsonAddress)
    json.field("description", ifPresent: feed.subtitle)
    json.field("language", feed.language)
    json.authors([feed.author])
    json.array("items") { json in
      for entry in feed.entries { json.item(entry) }
    }
  }
  json.endLine()
  return json.bytes
}

extension JSONWriter {
  fileprivate mutating func item(_ entry: FeedEntry) {
    object { json in
      json.field("id", entry.address)
      json.field("url", entry.address)
      json.field("title", entry.title)
      // The format wants one of the two contents.
      if let html = entry.html {
        json.field("content_html", html)
        json.field("summary", ifPresent: entry.summary)
      } else {
        json.field("content_text", entry.summary ?? entry.title)
      }
      json.field("date_published", entry.published.description)
      json.field("date_modified", entry.updated.description)
      if !entry.authors.isEmpty { json.authors(entry.authors) }
      if !entry.topics.isEmpty {
        json.array("tags") { json in
          for topic in entry.topics { json.string(topic) }
        }
      }
    }
  }

  fileprivate mutating func authors(_ names: [String]) {
    array("authors") { json in
      for name in names {
        json.object { $0.field("name", name) }
      }
    }
  }
}
