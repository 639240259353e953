internal import Basics
internal import LinkDirectory
internal import Templating

/// Somebody's own words with what is owed for them.
struct QuoteRecord: PageRecord {
  var words: String
  var language: String?
  var author: String?
  var profile: SafeURL?
  var thread: String
  /// The day as `2018-03-02`.
  var date: String
  var licence: Link?
  var href: SafeURL

  static let recordName = "quote"
  static let fields: [PageField<QuoteRecord>] = [
    .text("words", "The words, verbatim.") { $0.words },
    .optionalText("language", "Their language, where it is not the page's.") { $0.language },
    .optionalText("author", "Who is to be credited, where a licence or the author asks for it.") {
      $0.author
    },
    .optionalURL("profile", "The author's page in the community's place.") { $0.profile },
    .text("thread", "The title of the conversation.") { $0.thread },
    .text("date", "The day it was written.") { $0.date },
    .optionalRecord(
      "licence", "The licence the words stand under; none where their author allowed the quote."
    ) { $0.licence },
    .url("href", "The post in the community's own place.") { $0.href },
  ]
}

/// A quote rendered by itself, to stand in an author's text.
struct QuoteFragment: PageKind {
  /// nil for a quote whose post was deleted.
  var quote: QuoteRecord?

  static let recordName = "quote fragment"
  static let template = "quote.html"
  static let fields: [PageField<QuoteFragment>] = [
    .optionalRecord("quote", "The quote; none where its author removed the post.") { $0.quote }
  ]
}

/// What somebody said, in an editor's words.
struct ParaphraseRecord: PageRecord {
  var words: String
  var editor: String
  var thread: String
  /// The day as `2018-03-02`.
  var date: String
  var href: SafeURL

  static let recordName = "paraphrase"
  static let fields: [PageField<ParaphraseRecord>] = [
    .text("words", "What was said, in other words.") { $0.words },
    .text("editor", "Who answers for them.") { $0.editor },
    .text("thread", "The title of the conversation.") { $0.thread },
    .text("date", "The day it was said.") { $0.date },
    .url("href", "The post in the community's own place.") { $0.href },
  ]
}

/// A paraphrase rendered by itself, to stand in an author's text.
struct ParaphraseFragment: PageKind {
  var paraphrase: ParaphraseRecord

  static let recordName = "paraphrase fragment"
  static let template = "paraphrase.html"
  static let fields: [PageField<ParaphraseFragment>] = [
    .record("paraphrase", "The paraphrase.") { $0.paraphrase }
  ]
}

extension QuoteRecord {
  init(_ quote: PublishableQuote, of item: QuotedItem) {
    self.init(
      words: quote.words, language: item.language, thread: item.thread,
      date: item.published.description, href: SafeURL(quote.source))
    switch quote.credit {
    case .licence(let name, let licence):
      author = name.text
      profile = name.profile.map(SafeURL.init)
      self.licence = Link(title: licence.name, href: SafeURL(licence))
    case .permission(let name):
      author = name?.text
      profile = name?.profile.map(SafeURL.init)
    }
  }
}

extension ParaphraseRecord {
  init(_ paraphrase: PublishableParaphrase, of item: QuotedItem) {
    self.init(
      words: paraphrase.words, editor: paraphrase.editor, thread: item.thread,
      date: item.published.description, href: SafeURL(paraphrase.source))
  }
}
