internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Templating

/// A quote that may be published, with the conversation it is from.
struct QuotedItem: Sendable {
  var quote: PublishableQuote
  var language: String?
  var thread: String
  var published: CalendarDay

  /// Finds the item, holds the words against what was written, and asks for permission.
  init(_ request: QuoteRequest, in plan: SitePlan) throws(QuoteFault) {
    let community: PublishedCommunity
    do throws(FigureFault) {
      community = try plan.community(named: request.community)
    } catch {
      throw .noSuchItem(error.message, fix: error.fix)
    }
    guard let row = community.row(ofItem: request.item) else {
      throw .noSuchItem("`\(community.slug)` has no item `\(request.item)`", fix: nil)
    }
    let items = community.data.items
    guard items.deleted[row] == .max else { throw .deleted(request.item) }
    let written = VisibleText.of(
      community.data.string(items.contents[row]) ?? "", items.mediaTypes[row])
    if let missing = Verbatim.firstMissing(of: request.words, in: written) {
      throw .differs(missing)
    }
    do throws(PublicationRefusal) {
      quote = try community.permit.quote(community.passage(request.words, row: row))
    } catch {
      throw .refused(error)
    }
    language = request.language
    thread = community.threadTitle(ofRow: row) ?? community.name
    published = Timestamp(secondsSinceEpoch: items.published[row]).day
  }
}

extension PublishedCommunity {
  /// Words of a row with all that the permit has to know about them.
  fileprivate func passage(_ words: String, row: Int) -> QuotedPassage {
    let credit = credits.credit(forRow: row, of: data)
    var passage = QuotedPassage(words: words, licence: credit?.licence ?? "none")
    passage.authorName = credit?.author
    passage.authorProfile = credit?.profile.flatMap { WebAddress($0) }
    passage.permalink = data.string(data.items.urls[row]).flatMap { WebAddress($0) }
    let author = data.items.authors[row]
    passage.authorMayBeQuoted = author < 0 || data.members[Int(author)].discoverable != false
    return passage
  }
}

extension QuoteRecord {
  init(_ item: QuotedItem) {
    let quote = item.quote
    self.init(
      words: quote.words, language: item.language, author: quote.author.text,
      profile: quote.author.profile.map(SafeURL.init), thread: item.thread,
      date: item.published.description,
      licence: Link(title: quote.licence.name, href: SafeURL(quote.licence)),
      href: SafeURL(quote.source))
  }
}

/// Why words are not quoted.
enum QuoteFault: Error {
  case noSuchItem(String, fix: String?)
  case deleted(String)
  case differs(String)
  case refused(PublicationRefusal)

  var code: DiagnosticCode {
    switch self {
    case .noSuchItem: SiteBuildCodes.unknownReference
    case .deleted, .refused: SiteBuildCodes.quoteRefused
    case .differs: SiteBuildCodes.quoteDiffers
    }
  }

  var message: String {
    switch self {
    case .noSuchItem(let message, _): message
    case .deleted(let id): "the item `\(id)` was deleted by its author or its community"
    case .differs(let part): "the item does not say “\(part)”"
    case .refused(let refusal): "the words may not be quoted: \(refusal)"
    }
  }

  var fix: String? {
    switch self {
    case .noSuchItem(_, let fix): fix
    case .deleted, .refused: "paraphrase it, or leave it out"
    case .differs: "quote verbatim, and write […] where words are left out"
    }
  }
}
