internal import Basics
internal import CommunityData
internal import LinkDirectory
internal import Templating

/// An item somebody is quoted from, or whose content is told in other words, with its conversation.
struct QuotedItem: Sendable {
  enum Telling: Sendable {
    case verbatim(PublishableQuote)
    case paraphrase(PublishableParaphrase)
  }

  var telling: Telling
  var language: String?
  var thread: String
  var published: CalendarDay

  /// The post in the community's own place.
  var source: SourceLink {
    switch telling {
    case .verbatim(let quote): quote.source
    case .paraphrase(let paraphrase): paraphrase.source
    }
  }

  /// Finds the item, holds the words against what was written, and asks for permission.
  init(_ request: QuoteRequest, in plan: SitePlan) throws(QuoteFault) {
    let community: PublishedCommunity
    do throws(FigureFault) {
      community = try plan.community(named: request.community)
    } catch {
      if case .withdrawn = error { throw .withdrawn }
      throw .noCommunity(error)
    }
    guard let row = community.data.row(ofItem: request.item) else {
      throw .noSuchItem(request.item, in: community.fileName)
    }
    let items = community.data.items
    guard items.deleted[row] == .max else { throw .deleted(request.item) }
    telling = try QuotedItem.telling(request, community, row, plan)
    language = request.language
    thread = community.threadTitle(ofRow: row) ?? community.name
    published = Timestamp(secondsSinceEpoch: items.published[row]).day
  }

  private static func telling(
    _ request: QuoteRequest, _ community: PublishedCommunity, _ row: Int, _ plan: SitePlan
  ) throws(QuoteFault) -> Telling {
    if let paraphrase = request.paraphrase {
      return .paraphrase(
        try QuotedItem.paraphrase(paraphrase, by: request.editor ?? "", community, row, plan))
    }
    let words = request.words ?? ""
    let items = community.data.items
    let written = VisibleText.of(
      community.data.string(items.contents[row]) ?? "", items.mediaTypes[row])
    if let missing = Verbatim.firstMissing(of: words, in: written) {
      throw .differs(missing, quoted: words, written: written)
    }
    do throws(PublicationRefusal) {
      return .verbatim(
        try community.permit.quote(community.passage(words, row: row, item: request.item)))
    } catch {
      throw error == .quotesWithdrawn ? .takenBack : .refused(error)
    }
  }

  private static func paraphrase(
    _ words: String, by editor: String, _ community: PublishedCommunity, _ row: Int,
    _ plan: SitePlan
  ) throws(QuoteFault) -> PublishableParaphrase {
    let editors = plan.settings.editors.map(\.value)
    guard editors.contains(editor) else {
      throw .unknownEditor(editor, suggestion: suggestion(for: editor, among: editors))
    }
    let permalink = community.data.string(community.data.items.urls[row]).flatMap { WebAddress($0) }
    do throws(PublicationRefusal) {
      return try community.permit.paraphrase(words, of: permalink, by: editor)
    } catch {
      throw .refused(error)
    }
  }
}

extension PublishedCommunity {
  /// Words of a row with all that the permit has to know about them.
  fileprivate func passage(_ words: String, row: Int, item: String) -> QuotedPassage {
    let credit = credits.credit(forRow: row, of: data)
    var passage = QuotedPassage(words: words, licence: credit?.licence ?? data.licence(ofRow: row))
    passage.item = "\(fileName)/\(item)"
    passage.authorName = credit?.author
    passage.authorProfile = credit?.profile.flatMap { WebAddress($0) }
    passage.permalink = data.string(data.items.urls[row]).flatMap { WebAddress($0) }
    let author = data.items.authors[row]
    passage.authorMayBeQuoted = author < 0 || data.members[Int(author)].discoverable != false
    return passage
  }
}
