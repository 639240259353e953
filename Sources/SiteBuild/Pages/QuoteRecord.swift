internal import Templating

/// Somebody's own words with the credit that is owed for them.
struct QuoteRecord: PageRecord {
  var words: String
  var language: String?
  var author: String
  var profile: SafeURL?
  var thread: String
  /// The day as `2018-03-02`.
  var date: String
  var licence: Link
  var href: SafeURL

  static let recordName = "quote"
  static let fields: [PageField<QuoteRecord>] = [
    .text("words", "The words, verbatim.") { $0.words },
    .optionalText("language", "Their language, where it is not the page's.") { $0.language },
    .text("author", "Who is to be credited.") { $0.author },
    .optionalURL("profile", "The author's page in the community's place.") { $0.profile },
    .text("thread", "The title of the conversation.") { $0.thread },
    .text("date", "The day it was written.") { $0.date },
    .record("licence", "The licence the words stand under.") { $0.licence },
    .url("href", "The post in the community's own place.") { $0.href },
  ]
}

/// A quote rendered by itself, to stand in an author's text.
struct QuoteFragment: PageKind {
  var quote: QuoteRecord

  static let recordName = "quote fragment"
  static let template = "quote.html"
  static let fields: [PageField<QuoteFragment>] = [.record("quote", "The quote.") { $0.quote }]
}
