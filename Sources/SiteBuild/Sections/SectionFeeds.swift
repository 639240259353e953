internal import Basics
internal import LinkDirectory
internal import OpenWeb

/// An Atom and a JSON feed for the site, each section and each tag with dated pages; none without a
/// base URL.
func feeds(_ plan: SitePlan) -> [OutputFile] {
  guard let base = plan.settings.baseURL?.text else { return [] }
  let sections = plan.sections.filter(\.hasNews).map { section in
    FedList(
      path: section.path, title: "\(section.title) · \(plan.settings.title)",
      pages: section.pages.prefix(FedList.length).map(ListedPage.init))
  }
  let tags = plan.tags.filter(\.hasNews).map { tag in
    FedList(
      path: SiteRoutes.tagFolder(tag.name), title: "\(tag.title) · \(plan.settings.title)",
      pages: Array(tag.pages.prefix(FedList.length)))
  }
  let all = FedList(
    path: .root, title: "\(plan.settings.organisation) \(plan.settings.title)", pages: plan.news)
  let lists = (plan.news.isEmpty ? [] : [all]) + sections + tags
  let newest = plan.newestDate
  return inParallel(lists.count, by: 8) { range in
    lists[range].flatMap { $0.files(plan, base: base, newest: newest) }
  }
}

/// A feed in both its forms.
func feedFiles(_ feed: Feed, atom: SitePath, json: SitePath) -> [OutputFile] {
  [
    OutputFile(path: atom, bytes: writeAtomFeed(feed)),
    OutputFile(path: json, bytes: writeJSONFeed(feed)),
  ]
}

extension SitePlan {
  /// Under which licence texts are published, as feeds tell it.
  var textRights: String? { settings.textLicence.map { "\($0.title), \($0.address.text)" } }
}

/// A list of pages of which a feed tells the newest.
struct FedList {
  static let length = 20

  /// The folder it lies in.
  var path: SitePath
  var title: String
  var pages: [ListedPage]

  func files(_ plan: SitePlan, base: String, newest: Timestamp) -> [OutputFile] {
    let (atom, json) = (SiteRoutes.atomFeed(of: path), SiteRoutes.jsonFeed(of: path))
    let feed = Feed(
      title: title, homePage: webAddress(of: SiteRoutes.list(path, part: 1), below: base),
      address: webAddress(of: atom, below: base), jsonAddress: webAddress(of: json, below: base),
      language: plan.settings.language.value, author: plan.settings.organisation,
      rights: plan.textRights, updated: pages.compactMap(\.date).max() ?? newest,
      entries: entries(plan, base))
    return feedFiles(feed, atom: atom, json: json)
  }

  /// A page without a date is no news.
  private func entries(_ plan: SitePlan, _ base: String) -> [FeedEntry] {
    pages.compactMap { page in
      guard let date = page.date, plan.isToBeFound(page.address) else { return nil }
      return FeedEntry(
        title: page.title, address: webAddress(of: page.address, below: base), published: date,
        updated: date, summary: page.summary, topics: page.tags.map(\.value))
    }
  }
}
