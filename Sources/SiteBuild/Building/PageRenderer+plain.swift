internal import Basics
internal import LinkDirectory
internal import Templating

/// Pages of plain text.
extension PageRenderer {
  func notFound() -> RenderedPage {
    let address = SiteRoutes.notFound
    var page = frame(address, title: wording(.nothingHere), above: [.home])
    if let base = plan.settings.baseURL?.text {
      page = page.seenFromAnywhere(below: hostFolder(of: base))
    }
    return finish(NotFoundPage(site: site, page: page), at: address)
  }

  /// What stands at an address that was taken down.
  func gone(_ entry: GoneAddress, at address: SitePath) -> RenderedPage {
    let since = wording(.pageGoneSince, ["day": .text(wording.formats.longDate(entry.since))])
    var frame = frame(address, title: wording(.pageGone), above: [.home])
    frame.isSearched = false
    let page = GonePage(
      site: site, page: frame,
      since: since, reason: entry.reason)
    return finish(page, at: address)
  }

  func plain(_ file: ContentFile<PlainPageFile>) -> RenderedPage {
    let address = SiteRoutes.plain(file.addressName)
    var prose = prose(on: address)
    let body = prose.html(of: file.source, from: file.bodyStart)
    let page = PlainPage(
      site: site,
      page: frame(
        address, title: file.head.title, description: file.head.summary, above: [.home],
        of: file),
      contents: file.fields.listsHeadings ? contents(prose.headings) : [], body: body)
    return finish(page, at: address, figures: prose.figures, diagnostics: prose.diagnostics)
  }
}
