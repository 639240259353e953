package import Basics

/// News of a site, newest entry first: what ``writeAtomFeed(_:)`` and ``writeJSONFeed(_:)`` write.
///
/// All addresses are absolute.
package struct Feed: Sendable, Hashable {
  package var title: String
  package var subtitle: String?
  /// The page that shows the same news.
  package var homePage: String
  /// Where it is published as Atom; its id too.
  package var address: String
  /// Where it is published as JSON.
  package var jsonAddress: String
  /// BCP 47: `en-GB`.
  package var language: String
  /// Who publishes; shown when an entry names nobody.
  package var author: String
  /// The licence as a sentence, with its address.
  package var rights: String?
  /// The newest moment the content speaks of, never the clock.
  package var updated: Timestamp
  package var entries: [FeedEntry]

  package init(
    title: String, subtitle: String? = nil, homePage: String, address: String, jsonAddress: String,
    language: String, author: String, rights: String? = nil, updated: Timestamp,
    entries: [FeedEntry]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.homePage = homePage
    self.address = address
    self.jsonAddress = jsonAddress
    self.language = language
    self.author = author
    self.rights = rights
    self.updated = updated
    self.entries = entries
  }
}

/// One piece of news.
package struct FeedEntry: Sendable, Hashable {
  package var title: String
  /// Its page; its id too, so it must never change.
  package var address: String
  package var published: Timestamp
  package var updated: Timestamp
  /// Plain text.
  package var summary: String?
  /// Body HTML with absolute addresses; nil leaves the summary to speak.
  package var html: String?
  package var authors: [String]
  package var topics: [String]

  package init(
    title: String, address: String, published: Timestamp, updated: Timestamp,
    summary: String? = nil, html: String? = nil, authors: [String] = [], topics: [String] = []
  ) {
    self.title = title
    self.address = address
    self.published = published
    self.updated = updated
    self.summary = summary
    self.html = html
    self.authors = authors
    self.topics = topics
  }
}
