internal import Basics
internal import LinkDirectory
internal import OpenWeb

/// What changed as news, an entry an edition; none without a base URL or before two editions.
func changesFeeds(_ plan: SitePlan) -> [OutputFile] {
  let editions = plan.editionChanges
  guard let base = plan.settings.baseURL?.text, let newest = editions.first else { return [] }
  let folder = SiteRoutes.changes.folder
  let page = webAddress(of: SiteRoutes.changes, below: base)
  let (atom, json) = (SiteRoutes.atomFeed(of: folder), SiteRoutes.jsonFeed(of: folder))
  let wording = plan.wording
  let feed = Feed(
    title: "\(wording(.whatChanged)) · \(plan.settings.title)", subtitle: wording(.changesLead),
    homePage: page, address: webAddress(of: atom, below: base),
    jsonAddress: webAddress(of: json, below: base),
    language: plan.settings.language.value, author: plan.settings.organisation,
    rights: plan.textRights, updated: Timestamp(newest.newer),
    entries: editions.map { edition in
      let lines = edition.changes.map { "\($0.label(wording)): \($0.words)" }
      return FeedEntry(
        title: edition.title(wording), address: "\(page)#\(edition.anchor)",
        published: Timestamp(edition.newer), updated: Timestamp(edition.newer),
        summary: lines.joined(separator: "\n"))
    })
  return feedFiles(feed, atom: atom, json: json)
}
